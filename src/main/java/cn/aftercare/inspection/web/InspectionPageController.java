package cn.aftercare.inspection.web;

import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.app.InspectionStory;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.web.DossierPages;
import cn.aftercare.record.web.Uploads;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /inspections/CC-…}: checklist, findings with every round, photos, record, story. */
@Page
class InspectionPageController {

    private final SpotChecks checks;
    private final InspectionStory story;
    private final ProjectService projects;
    private final DossierPages dossiers;
    private final Directory directory;
    private final Clock clock;

    InspectionPageController(
            SpotChecks checks,
            InspectionStory story,
            ProjectService projects,
            DossierPages dossiers,
            Directory directory,
            Clock clock) {
        this.checks = checks;
        this.story = story;
        this.projects = projects;
        this.dossiers = dossiers;
        this.directory = directory;
        this.clock = clock;
    }

    record Finding(SpotFinding f, String due, boolean late, String state, List<Round> rounds) {}

    record Round(
            Rectification r,
            String at,
            String verdict,
            String state,
            @Nullable String decided) {}

    @GetMapping("/inspections/{checkNo:CC-.+}")
    ModelAndView page(@PathVariable("checkNo") String checkNo) {
        return show(checks.visible(checkNo), HttpStatus.OK);
    }

    @PostMapping("/inspections/{checkNo:CC-.+}/attachments")
    ModelAndView upload(
            @PathVariable("checkNo") String checkNo,
            @RequestParam(name = "purpose", required = false) String purpose,
            @RequestParam(name = "file", required = false) List<MultipartFile> files)
            throws IOException {
        SpotCheck check = checks.visible(checkNo);
        return dossiers.upload(checkNo, purpose, files, "/inspections/" + checkNo, status -> show(check, status));
    }

    private ModelAndView show(SpotCheck check, HttpStatus status) {
        String checkNo = check.checkNo();
        ModelAndView view = new ModelAndView("inspection", status);
        view.addObject("c", check);
        view.addObject("project", projects.find(check.projectCode()).orElseThrow());
        view.addObject("unitName", directory.unitName(check.unit()));
        view.addObject("checkingUnit", directory.unitName(check.checkingUnit()));
        view.addObject("due", Times.deadline(check.dueAt()));
        view.addObject("late", check.overdueAt(clock.instant()));
        view.addObject("checkedAt", Times.minute(check.visit().checkedAt()));
        view.addObject("items", checks.items(checkNo));
        view.addObject(
                "findings", checks.findings(checkNo).stream().map(this::finding).toList());
        dossiers.show(view, checkNo, Uploads.purposes(check.stage().ended()), story.of(checkNo));
        return view;
    }

    private Finding finding(SpotFinding f) {
        boolean late = f.overdueAt(clock.instant());
        String state = switch (f.status()) {
            case VERIFIED -> "good";
            case OPEN -> late ? "danger" : "stage";
            case REPAIRING, RECTIFIED -> "stage";
        };
        return new Finding(
                f,
                Times.deadline(f.dueAt()),
                late,
                state,
                checks.rounds(f.findingNo()).stream().map(this::round).toList());
    }

    private Round round(Rectification r) {
        return new Round(
                r,
                Times.minute(r.rectifiedAt()),
                r.accepted() == null ? "待复查" : r.accepted() ? "复查合格" : "复查不合格",
                r.accepted() == null ? "stage" : r.accepted() ? "good" : "danger",
                r.decidedBy() == null
                        ? null
                        : directory.displayName(r.decidedBy()) + " " + Times.minute(r.decidedAt()));
    }
}

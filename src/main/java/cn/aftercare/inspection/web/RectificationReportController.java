package cn.aftercare.inspection.web;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportLine;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.app.InspectionOverview;
import cn.aftercare.inspection.app.InspectionStory;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.ReportReview;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.StoryView;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /inspections/ZGBS-…}: the lines of a monthly report, and the branch's remarks on them. */
@Page
class RectificationReportController {

    private static final int SIZE = 50;

    private final MonthlyReports reports;
    private final ReportReview review;
    private final InspectionOverview overview;
    private final InspectionStory story;
    private final ProjectService projects;
    private final Directory directory;
    private final Clock clock;

    RectificationReportController(
            MonthlyReports reports,
            ReportReview review,
            InspectionOverview overview,
            InspectionStory story,
            ProjectService projects,
            Directory directory,
            Clock clock) {
        this.reports = reports;
        this.review = review;
        this.overview = overview;
        this.story = story;
        this.projects = projects;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param page address of the case or check it comes from */
    record Line(
            ReportLine l,
            String projectName,
            String opened,
            @Nullable String due,
            @Nullable String done,
            String state,
            String page) {}

    @GetMapping("/inspections/{reportNo:ZGBS-.+}")
    ModelAndView page(
            @PathVariable("reportNo") String reportNo, @RequestParam(name = "page", defaultValue = "0") String page) {
        return show(reportNo, page, null, HttpStatus.OK);
    }

    @PostMapping("/inspections/{reportNo:ZGBS-.+}/lines/{seq}")
    ModelAndView remark(
            @PathVariable("reportNo") String reportNo,
            @PathVariable("seq") int seq,
            @RequestParam(name = "remark", required = false) String remark,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        reports.visible(reportNo);
        try {
            review.remark(reportNo, seq, remark);
        } catch (InvalidInputException e) {
            return show(reportNo, page, e.getMessage(), HttpStatus.BAD_REQUEST);
        } catch (ConflictException e) {
            return show(reportNo, page, e.getMessage(), HttpStatus.CONFLICT);
        } catch (NotPermittedException e) {
            return show(reportNo, page, e.getMessage(), HttpStatus.FORBIDDEN);
        }
        return new ModelAndView("redirect:/inspections/" + reportNo + "?page=" + PageNumber.of(page) + "#line-" + seq);
    }

    private ModelAndView show(String reportNo, @Nullable String page, @Nullable String wrong, HttpStatus status) {
        RectificationReport report = reports.visible(reportNo);
        var lines = overview.lines(reportNo, new InspectionOverview.Filter(null, null, PageNumber.of(page), SIZE));
        Map<String, String> names =
                projects
                        .findAll(lines.rows().stream()
                                .map(ReportLine::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, Project::name));
        ModelAndView view = new ModelAndView("rectification-report", status);
        view.addObject("r", report);
        String unitName = directory.unitName(report.unit());
        view.addObject("title", unitName + report.month().label() + "整改情况报送");
        view.addObject("unitName", unitName);
        view.addObject("due", Times.deadline(report.currentDueAt()));
        view.addObject("late", report.late(clock.instant()));
        view.addObject("compiledAt", Times.minute(report.compiledAt()));
        view.addObject(
                "submitted",
                who(report.submitted().by(), Times.minute(report.submitted().at())));
        view.addObject(
                "reviewed",
                who(report.review().by(), Times.minute(report.review().at())));
        view.addObject("found", lines);
        view.addObject("lines", lines.rows().stream().map(l -> line(l, names)).toList());
        view.addObject("may", review.mayRemark(report));
        view.addObject("wrong", wrong);
        view.addObject("story", StoryView.of(story.of(reportNo), directory));
        view.addObject("tasklist", TasklistLinks.ofCase(reportNo));
        return view;
    }

    private @Nullable String who(@Nullable String userId, String at) {
        return userId == null ? null : directory.displayName(userId) + " " + at;
    }

    private static Line line(ReportLine l, Map<String, String> names) {
        return new Line(
                l,
                names.getOrDefault(l.projectCode(), l.projectCode()),
                Times.minute(l.openedAt()),
                l.dueAt() == null ? null : Times.deadline(l.dueAt()),
                l.doneAt() == null ? null : Times.minute(l.doneAt()),
                switch (l.state()) {
                    case VERIFIED -> "good";
                    case UNREPAIRED -> "off";
                    case OPEN -> "stage";
                    case OVERDUE -> "danger";
                },
                l.source() == ReportLine.Source.SPOT_CHECK
                        ? "/inspections/" + SpotFinding.checkOf(l.refNo())
                        : "/cases/" + l.refNo());
    }
}

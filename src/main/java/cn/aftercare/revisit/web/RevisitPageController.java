package cn.aftercare.revisit.web;

import cn.aftercare.audit.web.ShownPersonalData;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.web.DossierPages;
import cn.aftercare.record.web.Uploads;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.survey.app.Surveys;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /revisits/{visitNo}}: checklist, findings and what became of them, files, records, story. */
@Page
class RevisitPageController {

    private final Visits visits;
    private final ProjectService projects;
    private final DossierPages dossiers;
    private final Surveys surveys;
    private final Directory directory;

    RevisitPageController(
            Visits visits, ProjectService projects, DossierPages dossiers, Surveys surveys, Directory directory) {
        this.visits = visits;
        this.projects = projects;
        this.dossiers = dossiers;
        this.surveys = surveys;
        this.directory = directory;
    }

    record Issue(
            String department, String content, @Nullable String answer) {}

    @GetMapping("/revisits/{visitNo}")
    ModelAndView page(@PathVariable("visitNo") String visitNo) {
        return show(visits.visible(visitNo), HttpStatus.OK);
    }

    @PostMapping("/revisits/{visitNo}/attachments")
    ModelAndView upload(
            @PathVariable("visitNo") String visitNo,
            @RequestParam(name = "purpose", required = false) String purpose,
            @RequestParam(name = "file", required = false) List<MultipartFile> files)
            throws IOException {
        Visit visit = visits.visible(visitNo);
        return dossiers.upload(visitNo, purpose, files, "/revisits/" + visitNo, status -> show(visit, status));
    }

    private ModelAndView show(Visit visit, HttpStatus status) {
        ShownPersonalData.mark("回访");
        String visitNo = visit.visitNo();
        Project project = projects.find(visit.projectCode()).orElseThrow();
        ModelAndView view = new ModelAndView("revisit", status);
        view.addObject("v", visit);
        view.addObject("project", project);
        view.addObject("unitName", directory.unitName(visit.unit()));
        view.addObject("visitedAt", Times.minute(visit.course().visitedAt()));
        view.addObject("checks", visits.checks(visitNo));
        view.addObject("defects", visits.defects(visitNo));
        view.addObject(
                "issues", visits.issues(visitNo).stream().map(this::issue).toList());
        view.addObject("survey", surveys.ofDossier(visitNo).orElse(null));
        dossiers.show(view, visitNo, Uploads.purposes(visit.stage().ended()), visits.story(visitNo));
        return view;
    }

    private Issue issue(VisitIssue i) {
        return new Issue(directory.groupName(i.department()), i.content(), i.answer());
    }
}

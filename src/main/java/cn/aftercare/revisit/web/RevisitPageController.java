package cn.aftercare.revisit.web;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.TasklistLinks;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
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
    private final AttachmentService attachments;
    private final RecordArchive records;
    private final Surveys surveys;
    private final Directory directory;

    RevisitPageController(
            Visits visits,
            ProjectService projects,
            AttachmentService attachments,
            RecordArchive records,
            Surveys surveys,
            Directory directory) {
        this.visits = visits;
        this.projects = projects;
        this.attachments = attachments;
        this.records = records;
        this.surveys = surveys;
        this.directory = directory;
    }

    record Issue(
            String department, String content, @Nullable String answer) {}

    @GetMapping("/revisits/{visitNo}")
    ModelAndView page(@PathVariable("visitNo") String visitNo) {
        return show(visitNo, null, HttpStatus.OK);
    }

    @PostMapping("/revisits/{visitNo}/attachments")
    ModelAndView upload(
            @PathVariable("visitNo") String visitNo,
            @RequestParam(name = "purpose", defaultValue = "") String purpose,
            @RequestParam(name = "files", required = false) List<MultipartFile> files)
            throws IOException {
        visits.visible(visitNo);
        try {
            AttachmentPurpose chosen = AttachmentPurpose.ofCode(purpose)
                    .orElseThrow(() -> new InvalidInputException("purpose", "用途:不在可选范围内"));
            if (files == null || files.stream().allMatch(MultipartFile::isEmpty)) {
                throw new InvalidInputException("files", "文件:请选择要上传的文件");
            }
            for (MultipartFile file : files) {
                if (file.getSize() > AttachmentService.MAX_BYTES) {
                    throw new InvalidInputException("files", "文件:大小不能超过 15 MB");
                }
                attachments.upload(visitNo, chosen, file.getOriginalFilename(), file.getBytes());
            }
        } catch (InvalidInputException e) {
            return show(visitNo, e.getMessage(), HttpStatus.BAD_REQUEST);
        } catch (ConflictException e) {
            return show(visitNo, e.getMessage(), HttpStatus.CONFLICT);
        } catch (NotPermittedException e) {
            return show(visitNo, e.getMessage(), HttpStatus.FORBIDDEN);
        }
        return new ModelAndView("redirect:/revisits/" + visitNo + "#files");
    }

    private ModelAndView show(String visitNo, @Nullable String wrong, HttpStatus status) {
        Visit visit = visits.visible(visitNo);
        Project project = projects.find(visit.projectCode()).orElseThrow();
        ModelAndView view = new ModelAndView("revisit", status);
        view.addObject("v", visit);
        view.addObject("project", project);
        view.addObject("unitName", directory.unitName(visit.unit()));
        view.addObject("visitedAt", Times.minute(visit.course().visitedAt()));
        view.addObject("wrong", wrong);
        view.addObject("checks", visits.checks(visitNo));
        view.addObject("defects", visits.defects(visitNo));
        view.addObject(
                "issues", visits.issues(visitNo).stream().map(this::issue).toList());
        view.addObject("survey", surveys.ofDossier(visitNo).orElse(null));
        view.addObject("files", attachments.ofCase(visitNo));
        view.addObject("purposes", AttachmentPurpose.values());
        view.addObject("records", records.ofCase(visitNo));
        view.addObject("story", StoryView.of(visits.story(visitNo), directory));
        view.addObject("tasklist", TasklistLinks.ofCase(visitNo));
        return view;
    }

    private Issue issue(VisitIssue i) {
        return new Issue(directory.groupName(i.department()), i.content(), i.answer());
    }
}

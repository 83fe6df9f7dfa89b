package cn.aftercare.survey.web;

import cn.aftercare.audit.web.ShownPersonalData;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Phones;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.problem.ProblemException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.web.Uploads;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.SurveyLink;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.app.SurveyPapers;
import cn.aftercare.survey.app.Surveys;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page {@code /surveys/{surveyNo}}: where a survey stands, the owner's link, the paper, the refusal. */
@Page
class SurveyPageController {

    private final Surveys surveys;
    private final SurveyPapers printed;
    private final ProjectService projects;
    private final AttachmentService attachments;
    private final Directory directory;
    private final Clock clock;

    SurveyPageController(
            Surveys surveys,
            SurveyPapers printed,
            ProjectService projects,
            AttachmentService attachments,
            Directory directory,
            Clock clock) {
        this.surveys = surveys;
        this.printed = printed;
        this.projects = projects;
        this.attachments = attachments;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/surveys/{surveyNo}")
    ModelAndView page(
            @PathVariable("surveyNo") String surveyNo, @RequestParam(name = "done", required = false) String done) {
        ModelAndView page = show(surveyNo, HttpStatus.OK);
        page.addObject("done", done(done));
        return page;
    }

    /** Shows the link on this one answer; an address or a session would keep it. */
    @PostMapping("/surveys/{surveyNo}/link")
    ModelAndView link(@PathVariable("surveyNo") String surveyNo) {
        try {
            SurveyLink link = surveys.newLink(surveyNo);
            ModelAndView page = show(surveyNo, HttpStatus.OK);
            page.addObject("link", link.address());
            page.addObject("linkUntil", Times.minute(link.expiresAt()));
            return page;
        } catch (ConflictException | NotPermittedException e) {
            return refused(surveyNo, e);
        }
    }

    @PostMapping("/surveys/{surveyNo}/paper")
    ModelAndView paper(
            @PathVariable("surveyNo") String surveyNo,
            @RequestParam(name = "file", required = false) MultipartFile file)
            throws IOException {
        Survey survey = surveys.visible(surveyNo);
        try {
            if (file == null || file.isEmpty()) {
                throw new InvalidInputException("file", "文件:请选择要上传的文件");
            }
            var upload = attachments.upload(
                    survey.dossier(),
                    AttachmentPurpose.SURVEY_PAPER,
                    file.getOriginalFilename(),
                    Uploads.content(file));
            if (upload.attachment().purpose() != AttachmentPurpose.SURVEY_PAPER) {
                throw new ConflictException(
                        "文件:同一文件已作为“" + upload.attachment().purpose().label() + "”保存,请上传调查表原件的照片或扫描件");
            }
            return back(surveyNo, "paper", "paper");
        } catch (InvalidInputException | ConflictException | NotPermittedException e) {
            ModelAndView page = show(surveyNo, status(e));
            page.addObject("paperWrong", e.getMessage());
            return page;
        }
    }

    @PostMapping("/surveys/{surveyNo}/answer")
    ModelAndView answer(@PathVariable("surveyNo") String surveyNo, @RequestParam Map<String, String> fields) {
        try {
            surveys.answeredOnPaper(surveyNo, SurveyForm.draft(fields), "true".equals(fields.get("declared")));
            return back(surveyNo, "answered", null);
        } catch (InvalidInputException e) {
            ModelAndView page = show(surveyNo, HttpStatus.BAD_REQUEST);
            page.addObject("form", SurveyForm.refused(fields, e));
            return page;
        } catch (ConflictException | NotPermittedException e) {
            return refused(surveyNo, e);
        }
    }

    @PostMapping("/surveys/{surveyNo}/decline")
    ModelAndView decline(
            @PathVariable("surveyNo") String surveyNo, @RequestParam(name = "reason", required = false) String reason) {
        try {
            surveys.declined(surveyNo, reason);
            return back(surveyNo, "declined", null);
        } catch (InvalidInputException e) {
            ModelAndView page = show(surveyNo, HttpStatus.BAD_REQUEST);
            page.addObject("reasonWrong", e.getMessage());
            page.addObject("reason", reason);
            return page;
        } catch (ConflictException | NotPermittedException e) {
            return refused(surveyNo, e);
        }
    }

    private ModelAndView refused(String surveyNo, ProblemException reason) {
        ModelAndView page = show(surveyNo, status(reason));
        page.addObject("wrong", reason.getMessage());
        return page;
    }

    private static HttpStatus status(ProblemException e) {
        if (e instanceof ConflictException) {
            return HttpStatus.CONFLICT;
        }
        return e instanceof NotPermittedException ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
    }

    private ModelAndView show(String surveyNo, HttpStatus status) {
        Survey survey = surveys.visible(surveyNo);
        ShownPersonalData.mark("满意度调查");
        Project project = projects.find(survey.projectCode()).orElseThrow();
        boolean open = survey.status() == SurveyStatus.OPEN;
        ModelAndView page = new ModelAndView("survey", status);
        page.addObject("s", survey);
        page.addObject("state", state(survey.status()));
        page.addObject("project", project);
        page.addObject("unitName", directory.unitName(survey.unit()));
        page.addObject("dial", Phones.dial(survey.contactPhone()));
        page.addObject("opened", Times.minute(survey.openedAt()));
        page.addObject("may", open && surveys.permitted(survey));
        page.addObject("printable", open && printed.permitted(survey.unit()));
        page.addObject("form", SurveyForm.empty());
        page.addObject("today", LocalDate.ofInstant(clock.instant(), Times.ZONE));
        page.addObject(
                "papers",
                attachments.ofCase(survey.dossier()).stream()
                        .filter(file -> file.purpose() == AttachmentPurpose.SURVEY_PAPER)
                        .toList());
        page.addObject("linkNote", open ? linkNote(surveyNo) : null);
        if (survey.answered() != null) {
            page.addObject("origin", survey.answered().origin(directory::displayName));
            page.addObject("answeredAt", Times.minute(survey.answered().at()));
        }
        if (survey.declined() != null) {
            page.addObject("declinedBy", directory.displayName(survey.declined().by()));
            page.addObject("declinedAt", Times.minute(survey.declined().at()));
        }
        return page;
    }

    /** What became of the link made last. */
    private @Nullable String linkNote(String surveyNo) {
        return surveys.latestLink(surveyNo)
                .map(link -> {
                    String until = Times.minute(link.expiresAt());
                    return "最近一次由" + directory.displayName(link.createdBy()) + "于 " + Times.minute(link.createdAt())
                            + " 生成," + (link.valid(clock.instant()) ? "有效至 " + until : "已于 " + until + " 失效");
                })
                .orElse(null);
    }

    static String state(SurveyStatus status) {
        return switch (status) {
            case OPEN -> "soon";
            case ANSWERED -> "good";
            case UNANSWERED -> "off";
            case DECLINED -> "off";
        };
    }

    private static ModelAndView back(String surveyNo, String done, @Nullable String section) {
        return new ModelAndView("redirect:"
                + UriComponentsBuilder.fromPath("/surveys/{surveyNo}")
                        .queryParam("done", done)
                        .fragment(section)
                        .build(surveyNo));
    }

    private static @Nullable String done(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "paper" -> "调查表原件已保存";
            case "answered" -> "已录入业主的评价";
            case "declined" -> "已登记业主不填写";
            default -> null;
        };
    }
}

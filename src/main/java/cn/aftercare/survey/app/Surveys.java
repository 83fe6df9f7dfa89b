package cn.aftercare.survey.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.survey.LinkState;
import cn.aftercare.survey.Survey;
import cn.aftercare.survey.Survey.Answered;
import cn.aftercare.survey.Survey.Declined;
import cn.aftercare.survey.SurveyAnswered;
import cn.aftercare.survey.SurveyDeclined;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyLink;
import cn.aftercare.survey.SurveySource;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.persistence.SurveyRepository;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Satisfaction surveys from the opening to the archived record (R-54, R-56..58). An owner answers through a link that works
 * once, or on paper that the staff of the unit types in; either way the answer stands.
 */
@Service
@Transactional
public class Surveys {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MAX_REASON = 500;

    private final SurveyRepository surveys;
    private final OwnerLinks links;
    private final SurveyRecords records;
    private final ProjectService projects;
    private final AttachmentService attachments;
    private final CurrentActor currentActor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Surveys(
            SurveyRepository surveys,
            OwnerLinks links,
            SurveyRecords records,
            ProjectService projects,
            AttachmentService attachments,
            CurrentActor currentActor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.surveys = surveys;
        this.links = links;
        this.records = records;
        this.projects = projects;
        this.attachments = attachments;
        this.currentActor = currentActor;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a survey; a dossier has one at most, so opening it again gives the same number. Asks for no permission.
     *
     * @param unit the unit that asks
     * @param dossierNo number of the visit, or null for a survey of its own
     * @return the number {@code MYD-<year>-<number>}
     * @throws NotFoundException no such project
     */
    public String open(String projectCode, String unit, @Nullable String dossierNo) {
        if (dossierNo != null) {
            Optional<Survey> opened = surveys.ofDossier(dossierNo);
            if (opened.isPresent()) {
                return opened.get().surveyNo();
            }
        }
        Project project =
                projects.find(projectCode).orElseThrow(() -> new NotFoundException("没有工程“" + projectCode + "”"));
        Instant now = clock.instant();
        int year = now.atZone(ZONE).getYear();
        String surveyNo = "MYD-%d-%06d".formatted(year, surveys.nextNumber());
        surveys.insert(new Survey(
                surveyNo,
                projectCode,
                unit,
                dossierNo,
                year,
                now,
                project.ownerContact(),
                project.ownerPhone(),
                SurveyStatus.OPEN,
                null,
                null,
                null));
        // Somebody else may have opened the dossier's survey a moment ago.
        return dossierNo == null
                ? surveyNo
                : surveys.ofDossier(dossierNo).orElseThrow().surveyNo();
    }

    /** The survey whoever acts: for the flow and other services, which check permissions themselves. */
    @Transactional(readOnly = true)
    public Optional<Survey> find(String surveyNo) {
        return surveys.find(surveyNo);
    }

    /** The survey of a visit, whoever acts. */
    @Transactional(readOnly = true)
    public Optional<Survey> ofDossier(String dossierNo) {
        return surveys.ofDossier(dossierNo);
    }

    /**
     * The survey, if the acting person may see its unit.
     *
     * @throws NotFoundException also when it exists but belongs to another unit
     */
    @Transactional(readOnly = true)
    public Survey visible(String surveyNo) {
        Actor actor = currentActor.get();
        return surveys.find(surveyNo).filter(s -> actor.maySee(s.unit())).orElseThrow(() -> noSurvey(surveyNo));
    }

    /** Whether the acting person may send links, type in paper and note a refusal: the staff of the unit. */
    public boolean permitted(Survey survey) {
        return currentActor.get().hasRole(survey.unit(), Role.values());
    }

    /** The link made last for a survey, if there ever was one. */
    @Transactional(readOnly = true)
    public Optional<LinkState> latestLink(String surveyNo) {
        return links.latest(surveyNo);
    }

    /**
     * Makes a link for the owner and takes back every older one. It is known now and never again.
     *
     * @throws NotFoundException no such survey, or not for this person
     * @throws NotPermittedException the acting person is not staff of the unit
     * @throws ConflictException the survey is no longer open
     */
    public SurveyLink newLink(String surveyNo) {
        Survey survey = lockForStaff(surveyNo, "生成填写链接");
        requireOpen(survey);
        return links.make(surveyNo, currentActor.get().userId());
    }

    /**
     * A link that is sent to the owner by itself, in place of every older one. Asks for no permission: the yearly survey
     * sends it.
     *
     * @throws ConflictException the survey is no longer open
     */
    public SurveyLink linkToSend(String surveyNo) {
        requireOpen(surveys.lock(surveyNo).orElseThrow(() -> noSurvey(surveyNo)));
        return links.make(surveyNo, currentActor.get().userId());
    }

    /** The time to answer is over; an answer or refusal stands. Asks for no permission. */
    public void unanswered(String surveyNo) {
        if (surveys.lock(surveyNo).orElseThrow(() -> noSurvey(surveyNo)).status() == SurveyStatus.OPEN) {
            links.revoke(surveyNo);
            surveys.unanswered(surveyNo);
        }
    }

    /**
     * What the page behind a link shows of the survey.
     *
     * @param projectName 项目名称
     * @param ownerName 业主名称
     */
    public record Asked(String projectName, String ownerName) {}

    /** @throws NotFoundException the link does not work (any more), whatever the cause */
    @Transactional(readOnly = true)
    public Asked asked(String token) {
        Survey survey = surveys.find(links.surveyOf(token))
                .filter(s -> s.status() == SurveyStatus.OPEN)
                .orElseThrow(OwnerLinks::refused);
        Project project = projects.find(survey.projectCode()).orElseThrow();
        return new Asked(project.name(), project.ownerName());
    }

    /**
     * The owner's answer through a link, which thereby has done its work.
     *
     * @throws NotPermittedException somebody of the staff is logged in: nobody answers in the owner's place
     * @throws NotFoundException the link does not work (any more), whatever the cause
     * @throws InvalidInputException naming every field that is wrong; the link goes on working
     */
    public void answeredByLink(String token, SurveyDraft draft) {
        if (!currentActor.get().equals(Actor.system())) {
            throw new NotPermittedException("员工不能代业主填写,请退出登录或使用纸质调查表录入");
        }
        Survey survey = surveys.lock(links.surveyOf(token)).orElseThrow();
        // The row was perhaps held by the owner's other tap; what is true now counts.
        links.surveyOf(token);
        if (survey.status() != SurveyStatus.OPEN) {
            throw OwnerLinks.refused();
        }
        Instant now = clock.instant();
        Answered answered = new Answered(draft.online(day(now)), SurveySource.LINK, now, null);
        links.used(token);
        keep(survey, answered);
    }

    /**
     * The owner's answer on paper, typed in by the staff of the unit. The paper must be in the dossier.
     *
     * @param filledInByOwner the person declares that the owner filled in the paper
     * @throws NotFoundException no such survey, or not for this person
     * @throws NotPermittedException the acting person is not staff of the unit
     * @throws ConflictException the survey is no longer open
     * @throws InvalidInputException naming every field that is wrong: a factor, remarks, filledBy, phone, filledOn, signed,
     *     {@code declared} or {@code paper}
     */
    public void answeredOnPaper(String surveyNo, SurveyDraft draft, boolean filledInByOwner) {
        Survey survey = lockForStaff(surveyNo, "录入纸质调查表");
        requireOpen(survey);
        List<FieldError> errors = new ArrayList<>();
        if (attachments.ofCase(survey.dossier()).stream()
                .noneMatch(file -> file.purpose() == AttachmentPurpose.SURVEY_PAPER)) {
            errors.add(new FieldError("paper", "调查表原件:请先上传业主填写的纸质调查表的照片或扫描件"));
        }
        if (!filledInByOwner) {
            errors.add(new FieldError("declared", "声明:请确认纸质调查表由业主本人填写"));
        }
        Instant now = clock.instant();
        Answered answered = new Answered(
                draft.onPaper(day(now), errors),
                SurveySource.PAPER,
                now,
                currentActor.get().userId());
        links.revoke(surveyNo);
        keep(survey, answered);
    }

    /**
     * The owner does not want to answer.
     *
     * @throws NotFoundException no such survey, or not for this person
     * @throws NotPermittedException the acting person is not staff of the unit
     * @throws ConflictException the survey is no longer open
     * @throws InvalidInputException no reason, or one of more than 500 characters
     */
    public void declined(String surveyNo, @Nullable String reason) {
        Survey survey = lockForStaff(surveyNo, "登记业主不填写");
        requireOpen(survey);
        String why = reason == null ? "" : reason.replace("\r\n", "\n").strip();
        if (why.isEmpty()) {
            throw new InvalidInputException("reason", "不填写原因:必填");
        }
        if (why.length() > MAX_REASON) {
            throw new InvalidInputException("reason", "不填写原因:不能超过" + MAX_REASON + "个字");
        }
        links.revoke(surveyNo);
        surveys.declined(
                surveyNo, new Declined(why, clock.instant(), currentActor.get().userId()));
        events.publishEvent(new SurveyDeclined(surveyNo, survey.dossierNo(), why));
    }

    /**
     * Files 《项目满意度调查记录表》 with the dossier, once. Asks for no permission: jobs of the engine archive too.
     *
     * @return the record number, of the first time if there was one
     * @throws NotFoundException no such survey
     * @throws ConflictException there is no answer to record
     */
    public String archive(String surveyNo) {
        Survey survey = surveys.lock(surveyNo).orElseThrow(() -> noSurvey(surveyNo));
        if (survey.recordNo() != null) {
            return survey.recordNo();
        }
        if (survey.answered() == null) {
            throw new ConflictException("满意度调查 " + surveyNo + " 尚未填写,不能归档");
        }
        String recordNo = records.archive(survey, survey.answered());
        surveys.recorded(surveyNo, recordNo);
        return recordNo;
    }

    private void keep(Survey survey, Answered answered) {
        surveys.answered(survey.surveyNo(), answered);
        events.publishEvent(new SurveyAnswered(survey.surveyNo(), survey.dossierNo()));
    }

    private Survey lockForStaff(String surveyNo, String deed) {
        // Rights first: a stranger learns nothing and takes no lock.
        if (!permitted(visible(surveyNo))) {
            throw new NotPermittedException("只有本单位人员可以" + deed);
        }
        return surveys.lock(surveyNo).orElseThrow(() -> noSurvey(surveyNo));
    }

    private static void requireOpen(Survey survey) {
        if (survey.status() != SurveyStatus.OPEN) {
            throw new ConflictException(
                    "满意度调查 " + survey.surveyNo() + " 已是“" + survey.status().label() + "”,不能再更改");
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private static NotFoundException noSurvey(String surveyNo) {
        return new NotFoundException("没有满意度调查 " + surveyNo);
    }
}

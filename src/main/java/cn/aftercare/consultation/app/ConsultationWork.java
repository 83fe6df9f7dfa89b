package cn.aftercare.consultation.app;

import cn.aftercare.consultation.Answer;
import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationPolicy;
import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.consultation.Question;
import cn.aftercare.consultation.Telling;
import cn.aftercare.consultation.persistence.ConsultationRepository;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import cn.aftercare.notification.Notifications;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.app.ReportIntake;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A question from its receipt to the asker's knowing the answer. */
@Service
@Transactional
public class ConsultationWork {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant EARLIEST = Instant.parse("1999-12-31T16:00:00Z");

    private final ConsultationRepository repository;
    private final ConsultationPolicy policy;
    private final ProjectService projects;
    private final ReportIntake intake;
    private final Notifications notifications;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    ConsultationWork(
            ConsultationRepository repository,
            ConsultationPolicy policy,
            ProjectService projects,
            ReportIntake intake,
            Notifications notifications,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.repository = repository;
        this.policy = policy;
        this.projects = projects;
        this.intake = intake;
        this.notifications = notifications;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * Takes a question down.
     *
     * @throws InvalidInputException naming the field
     * @throws NotPermittedException unless the actor is an after-sales specialist of the project's unit
     */
    public Consultation received(Question question) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Actor actor = currentActor.get();
        Project project = projects.find(question.projectCode())
                .filter(p -> actor.maySee(p.unit()))
                .orElseThrow(
                        () -> new InvalidInputException("projectCode", "工程:没有编号为“" + question.projectCode() + "”的工程"));
        actor.require("只有工程管理单位的售后服务专员可以登记咨询", project.unit(), Role.AFTER_SALES);
        Occurrence.checked("receivedAt", "接到时间", question.receivedAt(), "2000年", EARLIEST, now);
        if (question.lateEntryReason() == null
                && Duration.between(question.receivedAt(), now).compareTo(ReportDraft.LATE_ENTRY) > 0) {
            throw new InvalidInputException("lateEntryReason", "补录原因:接到时间与录入时间相差超过30分钟,必须填写");
        }
        Consultation consultation = new Consultation(
                "ZX-%d-%06d".formatted(now.atZone(ZONE).getYear(), repository.nextNumber()),
                project.unit(),
                question,
                now,
                actor.userId(),
                policy.rule(question.kind()).dueAt(question.receivedAt()),
                null,
                ConsultationStage.ASKED,
                null,
                null,
                null);
        repository.insert(consultation);
        return consultation;
    }

    /** A share of the time to answer has passed; the engineer is reminded, once. */
    public void remind(String number) {
        Consultation c = locked(number);
        Project project = projects.find(c.question().projectCode()).orElseThrow();
        String engineer = project.team().engineerId();
        notifications.send(new Notification(
                "consultation-" + number,
                NotificationKind.REMINDER,
                number,
                c.unit(),
                false,
                "【提醒】" + c.question().kind().label() + "解答 " + number + " " + project.name(),
                "咨询:" + number + "\n项目:" + project.name() + "\n咨询人:"
                        + c.question().askerName() + "\n内容:" + c.question().text(),
                "/consultations/" + number,
                List.of(directory.knows(engineer) ? engineer : Role.ENGINEER.groupOf(c.unit()))));
        repository.reminded(number, clock.instant());
    }

    /**
     * The engineer answers, or finds that something is to be repaired.
     *
     * @throws NotPermittedException unless the actor is an engineer of the project's unit
     * @throws ConflictException if it is answered already
     */
    public void answered(String number, String text, Answer.@Nullable Defect defect) {
        Consultation c = expected(number, ConsultationStage.ASKED);
        Actor actor = currentActor.get();
        actor.require("只有工程所属单位的专业工程师可以解答", c.unit(), Role.ENGINEER);
        repository.answered(number, new Answer(text, clock.instant(), actor.userId(), defect));
    }

    /** Opens a repair, once, with the receipt of the question as the notice. */
    public void openRepair(String number) {
        Consultation c = locked(number);
        if (c.caseNo() == null) {
            repository.becameRepair(number, intake.found(report(c, c.answer().defect())));
        }
    }

    private static ReportDraft report(Consultation c, Answer.Defect d) {
        Question q = c.question();
        return new ReportDraft(
                q.projectCode(),
                q.receivedAt(),
                q.channel(),
                q.askerName(),
                q.askerPhone(),
                d.category(),
                d.location(),
                d.description(),
                d.emergency(),
                d.structural(),
                d.publicArea(),
                null,
                "由" + q.kind().label() + c.number() + "转报修");
    }

    /**
     * The asker knows the answer.
     *
     * @throws InvalidInputException naming {@code toldAt} when it lies before the answer or in the future
     * @throws NotPermittedException unless the actor is an after-sales specialist of the project's unit
     */
    public void told(String number, Instant toldAt, Channel channel, @Nullable String note) {
        Consultation c = expected(number, ConsultationStage.ANSWERED);
        Actor actor = currentActor.get();
        actor.require("只有工程管理单位的售后服务专员可以告知咨询人", c.unit(), Role.AFTER_SALES);
        Instant at =
                Occurrence.checked("toldAt", "告知时间", toldAt, "解答", c.answer().at(), clock.instant());
        repository.told(number, new Telling(at, channel, actor.userId(), note));
    }

    private Consultation expected(String number, ConsultationStage stage) {
        Consultation c = locked(number);
        if (c.stage() != stage) {
            throw new ConflictException("咨询 " + number + " " + c.stage().label() + ",不是" + stage.label());
        }
        return c;
    }

    private Consultation locked(String number) {
        return repository.lock(number).orElseThrow(() -> new IllegalStateException("no consultation " + number));
    }
}

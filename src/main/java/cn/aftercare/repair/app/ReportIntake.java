package cn.aftercare.repair.app;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.CaseReported;
import cn.aftercare.repair.Report;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.persistence.IntakeKeyRepository;
import cn.aftercare.repair.persistence.IntakeKeyRepository.Intake;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes defect reports in, from the specialist's form and from other systems. */
@Service
public class ReportIntake {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RepairCaseRepository cases;
    private final IntakeKeyRepository keys;
    private final ProjectService projects;
    private final RepairFlow flow;
    private final Story story;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    ReportIntake(
            RepairCaseRepository cases,
            IntakeKeyRepository keys,
            ProjectService projects,
            RepairFlow flow,
            Story story,
            CurrentActor currentActor,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.keys = keys;
        this.projects = projects;
        this.flow = flow;
        this.story = story;
        this.currentActor = currentActor;
        this.clock = clock;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * The outcome of an idempotent intake.
     *
     * @param created false if the same report was taken in before under the same key
     */
    public record Received(String caseNo, boolean created) {}

    /**
     * Records a report as a new case; the flow is already under way or started by the caller.
     *
     * @return the case number
     * @throws InvalidInputException naming every field that is wrong; {@code projectCode} also when the project was closed
     *     before the notice came
     * @throws NotPermittedException unless the actor is an after-sales specialist of the project's unit
     */
    @Transactional
    public String record(ReportDraft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Actor actor = currentActor.get();
        Report report = draft.checked(now);
        Project project = projects.find(report.projectCode())
                .filter(p -> actor.maySee(p.unit()))
                .orElseThrow(() -> noProject(report));
        actor.require("只有工程管理单位的售后服务专员可以登记报修", project.unit(), Role.AFTER_SALES);
        refuseClosed(project, report.receivedAt());
        return store(report, project, now);
    }

    /**
     * Records what our own people found, on a visit for instance, and starts its flow; the rights of the finder were
     * checked where it was found.
     *
     * @return the case number
     * @throws InvalidInputException naming every field that is wrong
     */
    @Transactional
    public String found(ReportDraft draft) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Report report = draft.found(now);
        Project project = projects.find(report.projectCode()).orElseThrow(() -> noProject(report));
        String caseNo = store(report, project, now);
        flow.start(caseNo);
        return caseNo;
    }

    private static InvalidInputException noProject(Report report) {
        return new InvalidInputException("projectCode", "工程:没有编号为“" + report.projectCode() + "”的工程");
    }

    /** What came before the end is owed, however late somebody types it in. */
    private static void refuseClosed(Project project, Instant receivedAt) {
        LocalDate closedOn = project.closedOn();
        if (closedOn != null && !LocalDate.ofInstant(receivedAt, ZONE).isBefore(closedOn)) {
            throw new InvalidInputException("projectCode", "工程:“" + project.name() + "”已于" + closedOn + "关闭,不再受理报修");
        }
    }

    private String store(Report report, Project project, Instant now) {
        String caseNo = "BX-%d-%06d".formatted(now.atZone(ZONE).getYear(), cases.nextNumber());
        cases.insert(
                caseNo,
                project.unit(),
                report,
                now,
                currentActor.get().userId(),
                CaseKind.ORDINARY,
                projects.judge(project, report.category(), report.receivedAt()));
        story.tell(
                caseNo,
                "接报",
                report.channel().label() + ":" + report.reporterName() + "," + report.location() + ","
                        + report.description()
                        + (report.lateEntryReason() == null ? "" : "(补录:" + report.lateEntryReason() + ")"));
        events.publishEvent(new CaseReported(
                caseNo, project.unit(), report, currentActor.get().userId()));
        return caseNo;
    }

    /**
     * Records a report and starts its flow; the same key with the same report again answers with the same case.
     *
     * @throws ConflictException when the key was used for another report
     */
    public Received receive(ReportDraft draft, String key) {
        if (key.isBlank() || key.length() > 200) {
            throw new InvalidInputException("Idempotency-Key", "请求头 Idempotency-Key:应为1至200个字符");
        }
        String user = currentActor.get().userId();
        String fingerprint = sha256(draft.toString());
        try {
            return transaction.execute(status -> known(user, key, fingerprint).orElseGet(() -> {
                String caseNo = record(draft);
                keys.insert(user, key, new Intake(fingerprint, caseNo), clock.instant());
                flow.start(caseNo);
                return new Received(caseNo, true);
            }));
        } catch (DuplicateKeyException e) {
            // The same request came twice at once, and the other one was first.
            return known(user, key, fingerprint).orElseThrow(() -> e);
        }
    }

    private Optional<Received> known(String user, String key, String fingerprint) {
        return keys.find(user, key).map(intake -> {
            if (!intake.bodySha256().equals(fingerprint)) {
                throw new ConflictException("请求头 Idempotency-Key:该编号已用于另一条报修(" + intake.caseNo() + "),内容不同");
            }
            return new Received(intake.caseNo(), false);
        });
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

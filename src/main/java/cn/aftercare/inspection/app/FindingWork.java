package cn.aftercare.inspection.app;

import cn.aftercare.inspection.FindingStatus;
import cn.aftercare.inspection.Handling;
import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Rectification;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.persistence.FindingRepository;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.repair.CaseEnded;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.Occurrence;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.repair.app.ReportIntake;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A finding from the order to rectify it, or the repair it becomes, to its verification; every round is kept. */
@Service
@Transactional
public class FindingWork {

    private static final Role[] RECTIFIERS = {Role.WARRANTY_MANAGER, Role.ENGINEER};

    private final FindingRepository findings;
    private final SpotChecks checks;
    private final ReportIntake intake;
    private final RepairCases cases;
    private final AttachmentService attachments;
    private final InspectionFlow flow;
    private final InspectionPolicy policy;
    private final CurrentActor currentActor;
    private final InspectionStory story;
    private final Clock clock;

    FindingWork(
            FindingRepository findings,
            SpotChecks checks,
            ReportIntake intake,
            RepairCases cases,
            AttachmentService attachments,
            InspectionFlow flow,
            InspectionPolicy policy,
            CurrentActor currentActor,
            InspectionStory story,
            Clock clock) {
        this.findings = findings;
        this.checks = checks;
        this.intake = intake;
        this.cases = cases;
        this.attachments = attachments;
        this.flow = flow;
        this.policy = policy;
        this.currentActor = currentActor;
        this.story = story;
        this.clock = clock;
    }

    /** Opens a repair for the finding, once, with the time of the check as the notice. */
    public void openRepair(String findingNo) {
        SpotFinding finding = checks.finding(findingNo);
        if (finding.caseNo() == null) {
            SpotCheck check = checks.of(finding.checkNo());
            String caseNo = intake.found(report(check, checks.project(check), finding));
            findings.repair(findingNo, caseNo);
            story.tell(check.checkNo(), "问题转报修", findingNo + " " + finding.part() + ":" + caseNo);
        }
    }

    private static ReportDraft report(SpotCheck check, Project project, SpotFinding f) {
        return new ReportDraft(
                project.code(),
                check.visit().checkedAt(),
                Channel.INSPECTION,
                project.ownerContact(),
                project.ownerPhone(),
                f.category().defect().orElseThrow(),
                f.part(),
                f.description(),
                f.handling() == Handling.EMERGENCY,
                f.handling() == Handling.STRUCTURAL,
                false,
                null,
                "监督抽查" + check.checkNo() + "发现,随检查登记录入");
    }

    /** The result of the repair comes back to the finding, as a round like any other. */
    @EventListener
    void on(CaseEnded ended) {
        findings.ofRepair(ended.caseNo()).ifPresent(f -> {
            checks.locked(f.checkNo());
            if (checks.finding(f.findingNo()).status() == FindingStatus.REPAIRING) {
                String result = cases.of(ended.caseNo()).stage().label();
                addRound(f, clock.instant(), "报修" + ended.caseNo(), "报修" + ended.caseNo() + result, null);
                story.tell(f.checkNo(), "报修结案", f.findingNo() + " " + ended.caseNo() + ":" + result);
                flow.repairEnded(f.checkNo(), f.findingNo());
            }
        });
    }

    /**
     * The project's people say the finding is rectified; a photo uploaded since, or something else, shows it.
     *
     * @throws NotPermittedException unless the actor is warranty manager or engineer of the project's unit
     * @throws ConflictException if nothing is to be rectified now
     * @throws InvalidInputException naming the field
     */
    public void rectified(
            String findingNo, Instant rectifiedAt, String responsible, String measure, @Nullable String evidence) {
        SpotCheck check = checks.locked(SpotFinding.checkOf(findingNo));
        currentActor.get().require("只有工程所属单位的维保经理、专业工程师可以登记整改", check.unit(), RECTIFIERS);
        SpotFinding finding = expected(findingNo, FindingStatus.OPEN);
        Instant at = Occurrence.checked(
                "rectifiedAt", "整改完成时间", rectifiedAt, "发现问题或上次复查", openSince(finding), clock.instant());
        if (evidence == null && !photographedSince(finding)) {
            throw new InvalidInputException("evidence", "其他整改依据:尚未上传整改照片,请先在抽查页面上传,或填写其他整改依据");
        }
        addRound(finding, at, responsible, measure, evidence);
        story.tell(check.checkNo(), "登记整改", findingNo + " " + finding.part() + ":" + measure);
    }

    /** When it was found, or sent back last. */
    private Instant openSince(SpotFinding finding) {
        return findings.rounds(finding.findingNo()).stream()
                .map(Rectification::decidedAt)
                .reduce(finding.foundAt(), (before, last) -> last);
    }

    /** Photos of the check itself show what was wrong, not that it is right. */
    private boolean photographedSince(SpotFinding finding) {
        Instant recorded = checks.of(finding.checkNo()).visit().recordedAt();
        Instant since = openSince(finding);
        Instant from = since.isAfter(recorded) ? since : recorded;
        return attachments.ofCase(finding.checkNo()).stream()
                .anyMatch(a -> a.purpose() == AttachmentPurpose.PHOTO
                        && !a.uploadedAt().isBefore(from));
    }

    private void addRound(SpotFinding f, Instant at, String responsible, String measure, @Nullable String evidence) {
        int round = findings.rounds(f.findingNo()).size() + 1;
        findings.addRound(
                f.findingNo(),
                new Rectification(
                        round,
                        f.dueAt(),
                        at,
                        responsible,
                        measure,
                        evidence,
                        clock.instant(),
                        currentActor.get().userId(),
                        null,
                        null,
                        null,
                        null));
        findings.status(f.findingNo(), FindingStatus.RECTIFIED);
    }

    /**
     * The checkers verify a rectification or send it back with a new deadline.
     *
     * @param newDeadline last day to rectify it; null: as the policy says
     * @return the finding as it is now
     * @throws NotPermittedException for everybody outside the checking department, and for who rectified
     * @throws ConflictException if there is nothing to verify now
     */
    public SpotFinding verified(
            String findingNo, boolean accepted, @Nullable String remarks, @Nullable LocalDate newDeadline) {
        SpotCheck check = checks.locked(SpotFinding.checkOf(findingNo));
        Actor actor = currentActor.get();
        actor.require("只有抽查单位的项目管理部可以复查", check.checkingUnit(), Role.PMD);
        SpotFinding finding = expected(findingNo, FindingStatus.RECTIFIED);
        List<Rectification> rounds = findings.rounds(findingNo);
        Rectification last = rounds.get(rounds.size() - 1);
        if (actor.userId().equals(last.recordedBy())) {
            throw new NotPermittedException("整改不能由登记整改的人自己复查");
        }
        if (!accepted && remarks == null) {
            throw new InvalidInputException("verifyRemarks", "复查意见:不合格时必填");
        }
        Instant now = clock.instant();
        findings.decided(findingNo, last.roundNo(), accepted, remarks, now, actor.userId());
        if (accepted) {
            findings.verified(findingNo, now);
        } else {
            findings.sentBack(
                    findingNo, CheckWork.rectifyBy("newDeadline", "新的整改期限", finding.grade(), newDeadline, now, policy));
        }
        story.tell(
                check.checkNo(),
                accepted ? "复查合格" : "复查不合格",
                findingNo + " " + finding.part() + (remarks == null ? "" : ":" + remarks));
        return checks.finding(findingNo);
    }

    private SpotFinding expected(String findingNo, FindingStatus status) {
        SpotFinding finding = checks.finding(findingNo);
        if (finding.status() != status) {
            throw new ConflictException(
                    "问题 " + findingNo + " " + finding.status().label() + ",不是" + status.label());
        }
        return finding;
    }
}

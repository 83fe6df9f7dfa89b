package cn.aftercare.repair.app;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Severity;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.RepairCaseRepository;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A manager's decision that a case is of another kind or size. T0 and what was met stay, the open tasks of the old path
 * close, the promises follow (rules.md, Service commitments).
 */
@Service
@Transactional
public class Reclassification {

    private static final Role[] MAY_RAISE = {Role.WARRANTY_MANAGER, Role.ENGINEER, Role.PMD_MANAGER};
    private static final Role[] CALMS = {Role.WARRANTY_MANAGER};
    private static final Role[] SIZES = {Role.WARRANTY_MANAGER};
    private static final Role[] PROPOSES = {Role.ENGINEER};

    private final RepairCases cases;
    private final RepairCaseRepository repository;
    private final Findings findings;
    private final CommitmentService commitments;
    private final RepairFlow flow;
    private final Story story;
    private final CurrentActor currentActor;

    Reclassification(
            RepairCases cases,
            RepairCaseRepository repository,
            Findings findings,
            CommitmentService commitments,
            RepairFlow flow,
            Story story,
            CurrentActor currentActor) {
        this.cases = cases;
        this.repository = repository;
        this.findings = findings;
        this.commitments = commitments;
        this.flow = flow;
        this.story = story;
        this.currentActor = currentActor;
    }

    /**
     * The case becomes an emergency, a danger to the structure, or (from an emergency) an ordinary one.
     *
     * @throws ConflictException where it is that already or cannot become it; a structural case becomes ordinary only by
     *     {@link #proposeWithdrawal}
     */
    public void to(String caseNo, CaseKind kind, @Nullable String reason) {
        RepairCase c = open(caseNo);
        String why = text("reason", "改判理由", reason);
        permit(c, kind == CaseKind.ORDINARY ? "只有维保经理可以把紧急案件改为一般维修" : "只有维保经理、专业工程师和项目管理部经理可以改判案件", deciders(kind));
        if (c.kind() == kind) {
            throw new ConflictException("案件已经是" + kind.label());
        }
        if (c.kind() == CaseKind.STRUCTURAL) {
            throw new ConflictException("结构安全案件只能由专业工程师提出撤销认定,经维保经理和项目管理部经理同意");
        }
        List<String> closed = flow.openTasks(caseNo);
        story.tell(caseNo, "改判为" + kind.label(), why);
        findings.dangerous(
                c,
                kind == CaseKind.EMERGENCY || c.report().emergency() && kind == CaseKind.STRUCTURAL,
                kind == CaseKind.STRUCTURAL);
        flow.reclassified(caseNo, kind);
        if (!closed.isEmpty()) {
            story.tell(caseNo, "关闭原待办", String.join("、", closed) + "(改判为" + kind.label() + ")");
        }
    }

    /** What the acting person may make of the case; the flow may still refuse where it stands. */
    public List<CaseKind> permittedKinds(RepairCase c) {
        // A structural one leaves by withdrawal only.
        if (c.stage().ended() || c.kind() == CaseKind.STRUCTURAL) {
            return List.of();
        }
        return Arrays.stream(CaseKind.values())
                .filter(k -> k != c.kind() && mayAct(c, deciders(k)))
                .toList();
    }

    /** The sizes the acting person may give the case. */
    public List<Severity> permittedSizes(RepairCase c) {
        if (c.stage().ended() || workDone(c) || !mayAct(c, SIZES)) {
            return List.of();
        }
        return Arrays.stream(Severity.values()).filter(s -> s != c.severity()).toList();
    }

    /** The promises of another size would begin with nobody left to keep them. */
    private static boolean workDone(RepairCase c) {
        return c.stage() == Stage.ACCEPTING || c.stage() == Stage.REVISITING;
    }

    /** Whether the acting person may propose that the structure is not concerned. */
    public boolean permittedWithdrawal(RepairCase c) {
        return !c.stage().ended() && c.kind() == CaseKind.STRUCTURAL && mayAct(c, PROPOSES);
    }

    private static Role[] deciders(CaseKind kind) {
        return kind == CaseKind.ORDINARY ? CALMS : MAY_RAISE;
    }

    /**
     * Minor or major: the promises of the size apply from now on.
     *
     * @throws ConflictException where it is that already, or the work is done
     */
    public void size(String caseNo, Severity severity, @Nullable String reason) {
        RepairCase c = open(caseNo);
        String why = text("reason", "改判理由", reason);
        permit(c, "只有维保经理可以改判大小修", SIZES);
        if (c.severity() == severity) {
            throw new ConflictException("案件已经是" + severity.label());
        }
        if (workDone(c)) {
            throw new ConflictException("施工已完成,不能再改判大小修");
        }
        repository.severity(caseNo, severity);
        flow.major(caseNo, severity == Severity.MAJOR);
        story.tell(caseNo, "改判为" + severity.label(), why);
        commitments.replan(caseNo);
    }

    /** The engineer shows that the structure is not concerned; both managers have to agree. */
    public void proposeWithdrawal(String caseNo, @Nullable String evidence) {
        RepairCase c = open(caseNo);
        String why = text("evidence", "依据", evidence);
        permit(c, "只有专业工程师可以提出撤销结构认定", PROPOSES);
        if (c.kind() != CaseKind.STRUCTURAL) {
            throw new ConflictException("案件不是结构安全案件");
        }
        story.tell(caseNo, "提出撤销结构认定", why);
        flow.withdrawalProposed(caseNo);
    }

    private RepairCase open(String caseNo) {
        RepairCase c = cases.visible(caseNo);
        if (c.stage().ended()) {
            throw new ConflictException("案件 " + caseNo + " 已结束");
        }
        return c;
    }

    private void permit(RepairCase c, String refusal, Role... roles) {
        if (!mayAct(c, roles)) {
            throw new NotPermittedException(refusal);
        }
    }

    private boolean mayAct(RepairCase c, Role[] roles) {
        return currentActor.get().hasRole(c.unit(), roles);
    }

    private static String text(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidInputException(field, label + ":必填");
        }
        if (value.strip().length() > 1000) {
            throw new InvalidInputException(field, label + ":不能超过1000个字");
        }
        return value.strip();
    }
}

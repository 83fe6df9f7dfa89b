package cn.aftercare.repair.app;

import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.RepairCase;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pauses the clocks of a case by hand, at any stage: who, why, from, to (rules.md, Service commitments). */
@Service
@Transactional
public class CasePauses {

    /** They know on site or answer for the promise. */
    private static final Role[] MAY_PAUSE = {
        Role.WARRANTY_MANAGER, Role.ENGINEER, Role.SITE_TECHNICIAN, Role.PMD, Role.PMD_MANAGER
    };

    private final RepairCases cases;
    private final CommitmentService commitments;
    private final CurrentActor currentActor;

    CasePauses(RepairCases cases, CommitmentService commitments, CurrentActor currentActor) {
        this.cases = cases;
        this.commitments = commitments;
        this.currentActor = currentActor;
    }

    public void pause(String caseNo, @Nullable PauseReason reason, @Nullable String note, Instant from) {
        open(caseNo);
        if (reason == null) {
            throw new InvalidInputException("reason", "暂停原因:必填");
        }
        if (note == null || note.isBlank()) {
            throw new InvalidInputException("note", "说明:必填");
        }
        if (note.strip().length() > 500) {
            throw new InvalidInputException("note", "说明:不能超过500个字");
        }
        commitments.pause(caseNo, reason, note.strip(), from);
    }

    public void resume(String caseNo, Instant to) {
        open(caseNo);
        commitments.resume(caseNo, to);
    }

    /** Whether the acting person may pause and resume this case. */
    public boolean permitted(RepairCase c) {
        Actor actor = currentActor.get();
        return !c.stage().ended() && actor.hasRole(c.unit(), MAY_PAUSE);
    }

    private void open(String caseNo) {
        RepairCase c = cases.visible(caseNo);
        if (c.stage().ended()) {
            throw new ConflictException("案件 " + caseNo + " 已结束");
        }
        if (!permitted(c)) {
            throw new NotPermittedException("只有维保经理、专业工程师、售后维修技术人员和项目管理部可以暂停或恢复计时");
        }
    }
}

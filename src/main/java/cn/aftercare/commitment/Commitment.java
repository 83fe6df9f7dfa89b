package cn.aftercare.commitment;

import cn.aftercare.commitment.CommitmentPlan.Planned;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A promise of a case as it stands. */
public record Commitment(
        long id,
        String caseNo,
        String unit,
        CommitmentType type,
        CommitmentKind kind,
        Instant anchorAt,
        Instant dueAt,
        Instant remindAt,
        boolean provisional,
        boolean ownerSpecified,
        CommitmentStatus status,
        @Nullable Instant metAt,
        @Nullable String processInstanceId) {

    /** What people see: the promise, and in brackets that it is only a target. */
    public String label() {
        return kind == CommitmentKind.TARGET ? type.label() + "(目标)" : type.label();
    }

    /** The status as of now: a running clock past its deadline is breached even before its timer fired. */
    public CommitmentStatus statusAt(Instant now) {
        return status == CommitmentStatus.RUNNING && !now.isBefore(dueAt) ? CommitmentStatus.BREACHED : status;
    }

    /** Whether the row already says what this plan would make of it. */
    public boolean says(Planned plan, Instant remindAt, CommitmentStatus status) {
        return anchorAt.equals(plan.anchorAt())
                && dueAt.equals(plan.deadline().dueAt())
                && this.remindAt.equals(remindAt)
                && provisional == plan.deadline().provisional()
                && ownerSpecified == plan.deadline().ownerSpecified()
                && this.status == status
                && metAt == null;
    }
}

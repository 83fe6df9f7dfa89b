package cn.aftercare.commitment;

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
}

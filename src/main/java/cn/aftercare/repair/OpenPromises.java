package cn.aftercare.repair;

import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;

/**
 * How many promises of the running cases of a unit still have to be kept.
 *
 * @param open all of them, late ones and paused ones too
 * @param dueSoon whose reminder is due but not yet they themselves
 * @param breached past their deadline
 */
public record OpenPromises(
        String unit, CommitmentType type, CommitmentKind kind, long open, long dueSoon, long breached) {}

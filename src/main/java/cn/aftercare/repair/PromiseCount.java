package cn.aftercare.repair;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.PromiseOutcome;

/** In how many cases of a unit this became of the promise. */
public record PromiseCount(String unit, CommitmentType promise, PromiseOutcome outcome, long cases) {}

package cn.aftercare.commitment;

/** One row of {@code commitment-policy}: what is promised, how hard, and how long after the anchor. */
public record Promise(CommitmentType type, CommitmentKind kind, Anchor anchor, int amount, TimeUnit unit) {

    public Promise with(ClockOverride override) {
        return new Promise(type, kind, anchor, override.amount(), override.unit());
    }
}

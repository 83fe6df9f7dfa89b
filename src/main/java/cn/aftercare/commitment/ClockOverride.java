package cn.aftercare.commitment;

/** A clock of the project's signed warranty letter, which prevails over the general policy. */
public record ClockOverride(CommitmentType type, CommitmentKind kind, int amount, TimeUnit unit) {}

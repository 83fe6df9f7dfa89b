package cn.aftercare.commitment;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of the escalation chain: when it was due, when it fired, who was told. */
public record CommitmentStep(
        EscalationLevel level, Instant dueAt, @Nullable Instant firedAt, List<String> to) {}

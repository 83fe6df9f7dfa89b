package cn.aftercare.commitment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A pause as people read it: who, why, from, to; by logins, open while {@code to} is null. */
public record PauseRecord(
        PauseReason reason,
        String note,
        String pausedBy,
        Instant from,
        @Nullable Instant to,
        @Nullable String resumedBy) {}

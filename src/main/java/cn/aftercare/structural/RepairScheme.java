package cn.aftercare.structural;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One version of the scheme; {@code accepted} is null until it was reviewed. */
public record RepairScheme(
        int version,
        String title,
        String summary,
        Instant receivedAt,
        @Nullable Boolean accepted,
        @Nullable Instant decidedAt,
        @Nullable String remarks) {}

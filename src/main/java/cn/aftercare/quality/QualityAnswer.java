package cn.aftercare.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a department made of an item in one round; no answer yet: null. */
public record QualityAnswer(
        int roundNo,
        QualityRoute route,
        @Nullable String answer,
        @Nullable ReviewKind reviewKind,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {}

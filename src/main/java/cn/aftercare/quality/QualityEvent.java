package cn.aftercare.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the story of an item. */
public record QualityEvent(
        Instant at, String actor, String title, @Nullable String detail) {}

package cn.aftercare.revisit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One step in the story of a plan or visit. */
public record RevisitEvent(
        Instant at, String actor, String title, @Nullable String detail) {}

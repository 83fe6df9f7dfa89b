package cn.aftercare.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the story of a case, in Chinese; {@code actor} is a login or {@code system}. */
public record CaseEvent(
        Instant at, String actor, String title, @Nullable String detail) {}

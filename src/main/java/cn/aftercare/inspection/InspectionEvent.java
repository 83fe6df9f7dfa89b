package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the story of a draw, check or report, in Chinese; {@code actor} is a login or {@code system}. */
public record InspectionEvent(
        Instant at, String actor, String title, @Nullable String detail) {}

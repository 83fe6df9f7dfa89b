package cn.aftercare.training;

import org.jspecify.annotations.Nullable;

/**
 * What one attendee came to in one round: a score, or the reason for not going on.
 *
 * @param score 0 to 100, or null
 * @param withdrawn why the person no longer takes part, or null
 */
public record Score(
        int roundNo,
        int attendee,
        @Nullable Integer score,
        boolean passed,
        @Nullable String withdrawn) {}

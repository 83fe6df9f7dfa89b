package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a branch reports to headquarters for one month.
 *
 * @param dueAt 24:00 of the month's last day
 * @param currentDueAt the same, or later when headquarters has sent the report back
 */
public record RectificationReport(
        String reportNo,
        String unit,
        ReportMonth month,
        ReportStatus status,
        Instant dueAt,
        Instant currentDueAt,
        Instant startedAt,
        @Nullable Instant compiledAt,
        Submitted submitted,
        Review review) {

    /** What the branch's performance officer said, last. */
    public record Submitted(
            @Nullable String remarks,
            @Nullable Instant firstAt,
            @Nullable Instant at,
            @Nullable String by) {}

    /** What headquarters said, last. */
    public record Review(
            @Nullable String remarks,
            @Nullable Instant at,
            @Nullable String by) {}

    /** Whether it was or is late, by the promise of the month. */
    public boolean late(Instant now) {
        Instant reported = submitted.firstAt() == null ? now : submitted.firstAt();
        return !reported.isBefore(dueAt);
    }
}

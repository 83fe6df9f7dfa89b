package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the tables know of one repair or finding when a report is compiled.
 *
 * @param dueAt the deadline that is missed; null if none
 * @param verifiedAt accepted by the owner, or verified by the checker
 * @param endedAt when it ended, repaired or not
 * @param reason where it stands, or why it waits
 */
public record RectificationFact(
        ReportLine.Source source,
        String refNo,
        String projectCode,
        String subject,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant endedAt,
        String reason) {}

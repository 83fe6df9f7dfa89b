package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to put a finding right; every one is kept.
 *
 * @param dueAt the deadline it had to meet
 * @param evidence what shows it besides photos
 * @param accepted null before it is verified
 */
public record Rectification(
        int roundNo,
        Instant dueAt,
        Instant rectifiedAt,
        String responsible,
        String measure,
        @Nullable String evidence,
        Instant recordedAt,
        String recordedBy,
        @Nullable Boolean accepted,
        @Nullable String remarks,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy) {}

package cn.aftercare.revisit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the owner raised that another department has to answer.
 *
 * @param department the candidate group that answers
 */
public record VisitIssue(
        int seq,
        String department,
        String content,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {}

package cn.aftercare.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the list of quality information. */
public record QualityRow(
        String itemNo,
        Instant raisedAt,
        String unitName,
        String projectCode,
        String projectName,
        String source,
        String content,
        String grade,
        String aspects,
        String state,
        int rounds,
        String ending,
        @Nullable String decision,
        @Nullable Instant closedAt) {}

package cn.aftercare.quality;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step somebody has to take, and until when.
 *
 * @param subject the route of an answer, the number of a measure; otherwise null
 * @param group candidate group that does it
 * @param person login, if one person has to
 * @param clockId process instance that watches over it
 */
public record StepDeadline(
        long id,
        String itemNo,
        QualityStep step,
        @Nullable String subject,
        String group,
        @Nullable String person,
        Instant remindAt,
        Instant dueAt,
        @Nullable Instant remindedAt,
        @Nullable Instant overdueAt,
        @Nullable Instant doneAt,
        @Nullable String clockId) {}

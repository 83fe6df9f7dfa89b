package cn.aftercare.training;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One round of courses and assessment; who fails takes part in the next.
 *
 * @param trainer login
 * @param certificateNo what showed that the trainer is qualified
 * @param content what was taught; null until it was
 */
public record TrainingRound(
        int roundNo,
        String trainer,
        String certificateNo,
        LocalDate plannedOn,
        String place,
        @Nullable String content) {}

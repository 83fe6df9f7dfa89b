package cn.aftercare.inspection;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The check of one project.
 *
 * @param unit the project's; its people rectify
 * @param checkingUnit whose people check and verify: headquarters or the same branch
 */
public record SpotCheck(
        String checkNo,
        String drawNo,
        String projectCode,
        String unit,
        String checkingUnit,
        String topic,
        Instant dueAt,
        CheckStage stage,
        Instant orderedAt,
        Visit visit,
        @Nullable Instant closedAt,
        @Nullable String processInstanceId) {

    /** What was found on the site; all null before. */
    public record Visit(
            @Nullable LocalDate checkedOn,
            @Nullable String inspectors,
            @Nullable String content,
            @Nullable String notDoneReason,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {}
}

package cn.aftercare.inspection;

import java.time.Instant;
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
        @Nullable String recordNo,
        @Nullable Instant closedAt) {

    /** What was seen on the site; all null before. */
    public record Visit(
            @Nullable CheckResult result,
            @Nullable Instant checkedAt,
            @Nullable String inspectors,
            @Nullable String content,
            @Nullable String notDoneReason,
            @Nullable Instant recordedAt,
            @Nullable String recordedBy) {

        public static final Visit NOT_YET = new Visit(null, null, null, null, null, null, null);
    }

    public boolean overdueAt(Instant now) {
        return stage == CheckStage.ORDERED && !now.isBefore(dueAt);
    }
}

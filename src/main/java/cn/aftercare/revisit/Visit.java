package cn.aftercare.revisit;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A visit to an owner (R-39, R-50..R-55), planned or by hand.
 *
 * @param unit who carries it out, by the authority matrix when it was made
 * @param dueOn the day the visit is due, null for one by hand
 * @param occasion why it was made by hand
 * @param supervised whether HQ is told when it is late
 * @param filed whether its record is filed at HQ
 */
public record Visit(
        String visitNo,
        String projectCode,
        String unit,
        @Nullable String planNo,
        @Nullable LocalDate dueOn,
        LocalDate plannedOn,
        @Nullable String postponedReason,
        @Nullable String occasion,
        boolean inWarranty,
        boolean supervised,
        boolean filed,
        @Nullable String people,
        @Nullable String focus,
        VisitStage stage,
        VisitChannel channel,
        Course course,
        @Nullable Instant closedAt) {

    /** The last day on which it is in time: the due day, or the day agreed with a reason if that is later. */
    public LocalDate lastDay() {
        return lastDay(dueOn, plannedOn, postponedReason);
    }

    /** @see #lastDay() */
    public static LocalDate lastDay(@Nullable LocalDate dueOn, LocalDate plannedOn, @Nullable String postponedReason) {
        return dueOn == null || (postponedReason != null && plannedOn.isAfter(dueOn)) ? plannedOn : dueOn;
    }

    /**
     * How it went; null what has not happened yet.
     *
     * @param responsible 回访负责人
     * @param interviewees department, position and name of those asked
     * @param situation 回访情况
     * @param result 处理结果
     * @param signedBy the owner's representative
     */
    public record Course(
            @Nullable Instant visitedAt,
            @Nullable String responsible,
            @Nullable String interviewees,
            @Nullable String situation,
            @Nullable String result,
            @Nullable Instant verifiedAt,
            @Nullable String verifiedBy,
            @Nullable String signedBy,
            @Nullable LocalDate signedOn,
            @Nullable String recordPlace,
            @Nullable String recordNo,
            @Nullable Instant filedAt,
            @Nullable String filedBy,
            @Nullable String cancelReason) {

        public static final Course NOTHING_YET =
                new Course(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
}

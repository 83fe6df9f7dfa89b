package cn.aftercare.record;

import cn.aftercare.revisit.LineStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far the visits of a period were made.
 *
 * @param planned lines of the plans, those added and cancelled included
 * @param done visited
 * @param inTime visited by 24:00 of the due day, or of the later day agreed with a reason
 * @param unplanned due, and in no plan
 */
public record RevisitFulfilment(
        int planned, int added, int done, int inTime, int postponed, int cancelled, int unplanned) {

    public static final RevisitFulfilment NOTHING = new RevisitFulfilment(0, 0, 0, 0, 0, 0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static RevisitFulfilment of(RevisitPlanRow row) {
        if (row.listed() == null) {
            return new RevisitFulfilment(0, 0, 0, 0, 0, 0, 1);
        }
        return new RevisitFulfilment(
                1,
                one(row.listed() == LineStatus.ADDED),
                one(row.visitedOn() != null),
                one(row.inTime()),
                one(row.postponed()),
                one(row.cancelled()),
                0);
    }

    public RevisitFulfilment plus(RevisitFulfilment more) {
        return new RevisitFulfilment(
                planned + more.planned,
                added + more.added,
                done + more.done,
                inTime + more.inTime,
                postponed + more.postponed,
                cancelled + more.cancelled,
                unplanned + more.unplanned);
    }

    /** Visited of all that was owed, percent with two decimals, half up; null if nothing was owed. */
    public @Nullable BigDecimal donePercent() {
        return percent(done);
    }

    /** Visited in time of all that was owed, likewise. */
    public @Nullable BigDecimal inTimePercent() {
        return percent(inTime);
    }

    private @Nullable BigDecimal percent(int part) {
        int owed = planned - cancelled + unplanned;
        return owed == 0
                ? null
                : BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(owed), 2, RoundingMode.HALF_UP);
    }

    private static int one(boolean counts) {
        return counts ? 1 : 0;
    }
}

package cn.aftercare.revisit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * When a project's owner is due for a visit: in warranty every so many months from the completion
 * acceptance, up to and including the warranty end; afterwards from the warranty end. Always counted from the anchor,
 * never from the visit before, so that 31 August becomes 28 February and 31 August again.
 *
 * @param anchor the completion acceptance
 * @param warrantyEnd the project's warranty end, last day inclusive; the acceptance itself if nothing is warranted
 */
public record RevisitSchedule(LocalDate anchor, LocalDate warrantyEnd, int monthsInWarranty, int monthsAfterwards) {

    public RevisitSchedule {
        if (monthsInWarranty < 1 || monthsAfterwards < 1) {
            throw new IllegalArgumentException("visits are at least a month apart");
        }
    }

    /** The due visits from the first to the last day, both inclusive, in order. */
    public List<DueVisit> between(LocalDate first, LocalDate last) {
        List<DueVisit> due = new ArrayList<>();
        add(anchor, monthsInWarranty, first, earlier(last, warrantyEnd), true, due);
        add(warrantyEnd, monthsAfterwards, first, last, false, due);
        return due;
    }

    private static void add(
            LocalDate from, int months, LocalDate first, LocalDate last, boolean inWarranty, List<DueVisit> due) {
        // One step early: clipping at the month's end makes the count of whole months one too low.
        long k = Math.max(1, ChronoUnit.MONTHS.between(from, first) / months);
        for (; ; k++) {
            LocalDate day = from.plusMonths(k * months);
            if (day.isAfter(last)) {
                return;
            }
            if (!day.isBefore(first)) {
                due.add(new DueVisit(day, inWarranty));
            }
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}

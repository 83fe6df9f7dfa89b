package cn.aftercare.project;

import cn.aftercare.calendar.BusinessDate;
import cn.aftercare.calendar.WorkingCalendar;
import java.time.LocalDate;

/**
 * What is warranted, and for how long (R-13..15).
 *
 * @param years counted from the completion acceptance; null when only an explicit end is promised
 * @param explicitEnd last day named by the warranty letter or an extension, or null
 */
public record WarrantyItem(DefectCategory category, Integer years, LocalDate explicitEnd) {

    public WarrantyItem {
        if (years == null && explicitEnd == null) {
            throw new IllegalArgumentException("a warranty item needs years or an explicit end: " + category);
        }
    }

    /** The item as the service document promises it. */
    public static WarrantyItem standard(DefectCategory category) {
        return new WarrantyItem(category, category.standardYears(), null);
    }

    /** Acceptance plus years (clipped to the month's end), extended to the next working day; an explicit end wins unrolled. */
    public WarrantyEnd end(LocalDate acceptedOn, WorkingCalendar calendar) {
        if (explicitEnd != null) {
            return new WarrantyEnd(explicitEnd, false);
        }
        BusinessDate rolled = calendar.sameOrNextWorkingDay(acceptedOn.plusYears(years));
        return new WarrantyEnd(rolled.date(), rolled.provisional());
    }
}

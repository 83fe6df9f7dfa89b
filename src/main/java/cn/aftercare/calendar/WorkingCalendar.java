package cn.aftercare.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** The PRC working days: statutory holidays off, make-up days on. Monday–Friday where a year has no data. Immutable. */
public final class WorkingCalendar {

    private final Map<LocalDate, DayType> days;
    private final Set<Integer> importedYears;

    public WorkingCalendar(Map<LocalDate, DayType> days, Set<Integer> importedYears) {
        this.days = Map.copyOf(days);
        this.importedYears = Set.copyOf(importedYears);
    }

    public boolean isWorkingDay(LocalDate d) {
        DayType type = days.get(d);
        if (type != null) {
            return type == DayType.MAKEUP_WORKDAY;
        }
        return d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the day's year was imported, so that no later import is expected to change it. */
    public boolean isFinal(LocalDate d) {
        return importedYears.contains(d.getYear());
    }

    /**
     * The n-th working day after a day, which itself is not counted; n = 0 gives the day itself.
     *
     * @throws IllegalArgumentException if n is negative
     */
    public BusinessDate plusWorkingDays(LocalDate d, int n) {
        if (n < 0) {
            throw new IllegalArgumentException("working days are counted forward, not " + n);
        }
        LocalDate day = d;
        boolean provisional = false;
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            provisional |= !isFinal(day);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return new BusinessDate(day, provisional);
    }

    /** The day itself if it is a working day, else the next one. */
    public BusinessDate sameOrNextWorkingDay(LocalDate d) {
        LocalDate day = d;
        boolean provisional = !isFinal(day);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
            provisional |= !isFinal(day);
        }
        return new BusinessDate(day, provisional);
    }

    /** How many working days lie in (after, untilInclusive]; 0 if the range is empty. */
    public int workingDaysAfterUntil(LocalDate after, LocalDate untilInclusive) {
        int count = 0;
        for (LocalDate day = after.plusDays(1); !day.isAfter(untilInclusive); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}

package cn.aftercare.revisit;

import cn.aftercare.calendar.WorkingCalendar;
import java.time.LocalDate;

/**
 * A day on which a project's owner is to have been visited.
 *
 * @param inWarranty whether the project's warranty still runs on that day: decides the team
 */
public record DueVisit(LocalDate day, boolean inWarranty) {

    /** A warranty end moved by a new calendar or letter moves the day; within this it is still the same visit. */
    private static final int SAME_VISIT_DAYS = 60;

    /** A visit put off further would fall into the time of the next one. */
    private static final int LONGEST_DELAY_MONTHS = 3;

    /** The last day a visit due on the day may be put off to. */
    public static LocalDate latest(LocalDate due) {
        return due.plusMonths(LONGEST_DELAY_MONTHS);
    }

    /**
     * The day a visit is put on before anybody has decided otherwise: the working day on or before the due day, but not
     * before tomorrow.
     */
    public static LocalDate proposed(LocalDate due, WorkingCalendar calendar, LocalDate today) {
        LocalDate day = due;
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        LocalDate tomorrow = today.plusDays(1);
        return day.isBefore(tomorrow) ? calendar.sameOrNextWorkingDay(tomorrow).date() : day;
    }

    /** Whether a visit planned for the given due day is this one. Two due days are half a year apart at least. */
    public boolean isMetBy(LocalDate plannedFor) {
        return Math.abs(plannedFor.toEpochDay() - day.toEpochDay()) <= SAME_VISIT_DAYS;
    }
}

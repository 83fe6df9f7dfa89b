package cn.aftercare.revisit.app;

import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarService;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The day a visit is put on before anybody has decided otherwise. */
@Component
class ProposedDay {

    private final CalendarService calendars;
    private final Clock clock;

    ProposedDay(CalendarService calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The working day on or before the due day, but not before tomorrow. */
    LocalDate of(LocalDate due) {
        WorkingCalendar calendar = calendars.current();
        LocalDate day = due;
        while (!calendar.isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(1);
        return day.isBefore(tomorrow) ? calendar.sameOrNextWorkingDay(tomorrow).date() : day;
    }
}

package cn.aftercare.calendar.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Loads the table that comes with the product before the first job or request, for the years nobody imported. */
@Component
class PackagedCalendar implements SmartInitializingSingleton {

    static final String TABLE = "calendar/prc-holidays-2024-2026.csv";

    private final CalendarService calendars;

    PackagedCalendar(CalendarService calendars) {
        this.calendars = calendars;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            String csv = new ClassPathResource(TABLE).getContentAsString(StandardCharsets.UTF_8);
            CalendarSheet.byYear(csv).forEach(calendars::importIfAbsent);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + TABLE, e);
        }
    }
}

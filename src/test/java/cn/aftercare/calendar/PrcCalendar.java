package cn.aftercare.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The packaged calendar for tests that need no database. */
public final class PrcCalendar {

    private PrcCalendar() {}

    /** 2024–2026 are final, everything else Monday–Friday and provisional. */
    public static WorkingCalendar upTo2026() {
        Map<LocalDate, DayType> days = new HashMap<>();
        try {
            new ClassPathResource("calendar/prc-holidays-2024-2026.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .forEach(line ->
                            days.put(LocalDate.parse(line.split(",", 2)[0]), DayType.valueOf(line.split(",", 2)[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkingCalendar(days, Set.of(2024, 2025, 2026));
    }
}

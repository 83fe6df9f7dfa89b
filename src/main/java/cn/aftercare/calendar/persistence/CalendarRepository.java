package cn.aftercare.calendar.persistence;

import cn.aftercare.calendar.DayType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The imported years and their special days. */
@Repository
public class CalendarRepository {

    private final JdbcClient jdbc;

    CalendarRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Year → when its present content was imported: a handful of rows that tell whether a cached calendar is stale. */
    public Map<Integer, Instant> years() {
        Map<Integer, Instant> years = new TreeMap<>();
        jdbc.sql("select year_no, imported_at from calendar_year")
                .query((java.sql.ResultSet rs) -> years.put(
                        rs.getInt(1), rs.getObject(2, OffsetDateTime.class).toInstant()));
        return years;
    }

    public Map<LocalDate, DayType> days() {
        Map<LocalDate, DayType> days = new TreeMap<>();
        jdbc.sql("select day, type from calendar_day")
                .query((java.sql.ResultSet rs) ->
                        days.put(rs.getObject(1, LocalDate.class), DayType.valueOf(rs.getString(2))));
        return days;
    }

    public Map<LocalDate, DayType> daysOf(int year) {
        Map<LocalDate, DayType> days = new TreeMap<>();
        jdbc.sql("select day, type from calendar_day where year_no = :year")
                .param("year", year)
                .query((java.sql.ResultSet rs) ->
                        days.put(rs.getObject(1, LocalDate.class), DayType.valueOf(rs.getString(2))));
        return days;
    }

    /** When the year was imported; its row stays locked until the transaction ends. */
    public Optional<Instant> lockYear(int year) {
        return jdbc.sql("select imported_at from calendar_year where year_no = :year for update")
                .param("year", year)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** @return false if another node was first */
    public boolean insertYear(int year, Instant at, String by) {
        return jdbc.sql("insert into calendar_year (year_no, imported_at, imported_by) values (:year, :at, :by)"
                                + " on conflict do nothing")
                        .param("year", year)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    public void updateYear(int year, Instant at, String by) {
        jdbc.sql("update calendar_year set imported_at = :at, imported_by = :by where year_no = :year")
                .param("year", year)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    public void replaceDays(int year, Map<LocalDate, DayType> days) {
        jdbc.sql("delete from calendar_day where year_no = :year")
                .param("year", year)
                .update();
        days.forEach(
                (day, type) -> jdbc.sql("insert into calendar_day (day, type, year_no) values (:day, :type, :year)")
                        .param("day", day)
                        .param("type", type.name())
                        .param("year", year)
                        .update());
    }
}

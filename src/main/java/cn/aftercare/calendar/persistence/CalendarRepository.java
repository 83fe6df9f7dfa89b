package cn.aftercare.calendar.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.calendar.CalendarYear;
import cn.aftercare.calendar.DayType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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
        jdbc.sql("select year_no, imported_at from calendar_year").query(rs -> {
            years.put(rs.getInt(1), rs.getObject(2, OffsetDateTime.class).toInstant());
        });
        return years;
    }

    /** Who imported which year when, and how much of it is special; the latest year first. */
    public List<CalendarYear> imports() {
        return jdbc.sql("""
                        select y.year_no, y.imported_at, y.imported_by,
                            count(case when d.type = 'OFF' then 1 end) as off_days,
                            count(case when d.type = 'MAKEUP_WORKDAY' then 1 end) as makeup_days
                        from calendar_year y left join calendar_day d on d.year_no = y.year_no
                        group by y.year_no, y.imported_at, y.imported_by order by y.year_no desc
                        """)
                .query((rs, n) -> new CalendarYear(
                        rs.getInt("year_no"),
                        instant(rs, "imported_at"),
                        rs.getString("imported_by"),
                        rs.getInt("off_days"),
                        rs.getInt("makeup_days")))
                .list();
    }

    public Map<LocalDate, DayType> days() {
        return days(jdbc.sql("select day, type from calendar_day"));
    }

    public Map<LocalDate, DayType> daysOf(int year) {
        return days(jdbc.sql("select day, type from calendar_day where year_no = :year")
                .param("year", year));
    }

    private static Map<LocalDate, DayType> days(JdbcClient.StatementSpec select) {
        Map<LocalDate, DayType> days = new TreeMap<>();
        select.query(rs -> {
            days.put(rs.getObject(1, LocalDate.class), DayType.valueOf(rs.getString(2)));
        });
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
                        .param("at", utc(at))
                        .param("by", by)
                        .update()
                == 1;
    }

    public void updateYear(int year, Instant at, String by) {
        jdbc.sql("update calendar_year set imported_at = :at, imported_by = :by where year_no = :year")
                .param("year", year)
                .param("at", utc(at))
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

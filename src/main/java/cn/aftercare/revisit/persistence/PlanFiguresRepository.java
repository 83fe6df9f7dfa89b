package cn.aftercare.revisit.persistence;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.revisit.Fulfilment;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.PlanCount;
import cn.aftercare.revisit.PlannedVisit;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The lines of all plans of a half-year beside the visits made of them: counted, and as a list. */
@Repository
public class PlanFiguresRepository {

    /** The last day is {@link cn.aftercare.revisit.Visit#lastDay}. */
    private static final String LINES = """
            from (
                select x.*, case
                        when x.cancelled then 'CANCELLED'
                        when x.visited_at is not null then 'VISITED'
                        when (case when x.due_on is null or x.postponed and x.planned_on > x.due_on
                            then x.planned_on else x.due_on end) < :today then 'LATE'
                        else 'OPEN' end as fulfilment
                from (
                    select l.id, p.plan_no, p.unit, l.project_code, l.due_on, v.visit_no, v.visited_at,
                        coalesce(v.planned_on, l.planned_on) as planned_on,
                        l.status = 'POSTPONED' or v.postponed_reason is not null as postponed,
                        l.status = 'CANCELLED' or coalesce(v.stage, '') = 'CANCELLED' as cancelled
                    from revisit_plan p join revisit_plan_line l on l.plan_no = p.plan_no
                        left join revisit v on v.visit_no = l.visit_no
                    where p.year_no = :year and p.half_no = :half and %s) x) f
            """;

    private final JdbcClient jdbc;

    PlanFiguresRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which lines.
     *
     * @param units null: all
     * @param today what was to be visited before it is late
     * @param fulfilment null: any
     * @param postponed only those put off
     */
    public record Filter(
            @Nullable Collection<String> units,
            HalfYear period,
            LocalDate today,
            @Nullable Fulfilment fulfilment,
            boolean postponed) {

        private String from() {
            return LINES.formatted(Units.clause("p.unit", units)) + " where true"
                    + (fulfilment == null ? "" : " and f.fulfilment = :fulfilment")
                    + (postponed ? " and f.postponed" : "");
        }

        private JdbcClient.StatementSpec bind(JdbcClient.StatementSpec spec) {
            return spec.param("units", units)
                    .param("year", period.year())
                    .param("half", period.half())
                    .param("today", today)
                    .param("fulfilment", fulfilment == null ? null : fulfilment.name());
        }
    }

    public List<PlanCount> counts(Filter filter) {
        return filter.bind(jdbc.sql("select f.unit, f.fulfilment, count(*) as lines,"
                        + " sum(case when f.postponed then 1 else 0 end) as postponed " + filter.from()
                        + " group by f.unit, f.fulfilment"))
                .query((rs, n) -> new PlanCount(
                        rs.getString("unit"),
                        Fulfilment.valueOf(rs.getString("fulfilment")),
                        rs.getLong("lines"),
                        rs.getLong("postponed")))
                .list();
    }

    public long count(Filter filter) {
        return filter.bind(jdbc.sql("select count(*) " + filter.from()))
                .query(Long.class)
                .single();
    }

    /** By planned day. */
    public List<PlannedVisit> list(Filter filter, long offset, int limit) {
        return filter.bind(
                        jdbc.sql("select f.*, (select name from project where code = f.project_code) as project_name "
                                + filter.from()
                                + " order by f.planned_on, f.project_code, f.id limit :limit offset :offset"))
                .param("offset", offset)
                .param("limit", limit)
                .query((rs, n) -> new PlannedVisit(
                        rs.getString("plan_no"),
                        rs.getString("unit"),
                        rs.getString("project_code"),
                        rs.getString("project_name"),
                        rs.getObject("due_on", LocalDate.class),
                        rs.getObject("planned_on", LocalDate.class),
                        rs.getBoolean("postponed"),
                        rs.getString("visit_no"),
                        Fulfilment.valueOf(rs.getString("fulfilment"))))
                .list();
    }
}

package cn.aftercare.revisit.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.record.RevisitPlanRow;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.VisitStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans of a year, each line with what became of it. */
@Repository
public class PlanRegisterRepository {

    private static final int FETCH = 500;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String SELECT = """
            select l.plan_no, l.project_code, l.due_on, l.people, l.focus, l.status as line_status, l.reason, l.visit_no,
                l.filed, l.planned_on as line_planned_on, l.channel as line_channel,
                p.unit, p.year_no, p.half_no, p.status as plan_status, p.filed_at as plan_filed_at,
                j.name, j.owner_name, j.management_mode,
                v.stage, v.planned_on, v.channel, v.postponed_reason, v.cancel_reason, v.visited_at,
                (select count(*) from revisit_defect d where d.visit_no = l.visit_no and d.case_no is not null) as repairs,
                s.total
            from revisit_plan_line l
                join revisit_plan p on p.plan_no = l.plan_no
                join project j on j.code = l.project_code
                left join revisit v on v.visit_no = l.visit_no
                left join survey s on s.dossier_no = l.visit_no and s.status = 'ANSWERED'
            where p.year_no = :year and %s
            order by p.unit, p.half_no, l.planned_on, l.project_code, l.id
            """;

    private final JdbcClient jdbc;

    PlanRegisterRepository(DataSource dataSource) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(streaming);
    }

    /**
     * By unit, half-year and planned day; inside a transaction PostgreSQL hands them over page by page. The caller closes
     * the stream.
     *
     * @param units null: all
     * @param unitName names a unit by its code
     */
    public Stream<RevisitPlanRow> rows(@Nullable Collection<String> units, int year, UnaryOperator<String> unitName) {
        return jdbc
                .sql(SELECT.formatted(Units.clause("p.unit", units)))
                .param("units", units)
                .param("year", year)
                .query((rs, n) -> row(rs, unitName))
                .stream();
    }

    private static RevisitPlanRow row(ResultSet rs, UnaryOperator<String> unitName) throws SQLException {
        LineStatus line = LineStatus.valueOf(rs.getString("line_status"));
        LocalDate dueOn = rs.getObject("due_on", LocalDate.class);
        LocalDate moved = rs.getObject("planned_on", LocalDate.class);
        LocalDate plannedOn = moved == null ? rs.getObject("line_planned_on", LocalDate.class) : moved;
        String channel = rs.getString("channel");
        String stage = rs.getString("stage");
        boolean fellAway = VisitStage.CANCELLED.name().equals(stage);
        String postponed = rs.getString("postponed_reason");
        LocalDate visitedOn = day(instant(rs, "visited_at"));
        boolean inTime = visitedOn != null && !visitedOn.isAfter(Visit.lastDay(dueOn, plannedOn, postponed));
        return new RevisitPlanRow(
                unitName.apply(rs.getString("unit")),
                new HalfYear(rs.getInt("year_no"), rs.getInt("half_no")),
                rs.getString("plan_no"),
                rs.getString("project_code"),
                rs.getString("name"),
                rs.getString("owner_name"),
                ManagementMode.valueOf(rs.getString("management_mode")),
                plannedOn,
                dueOn,
                rs.getString("people"),
                VisitChannel.valueOf(channel == null ? rs.getString("line_channel") : channel),
                rs.getString("focus"),
                line,
                state(line, PlanStatus.valueOf(rs.getString("plan_status")), stage),
                rs.getString("visit_no"),
                visitedOn,
                inTime,
                line == LineStatus.POSTPONED || postponed != null,
                line == LineStatus.CANCELLED || fellAway,
                reasons(rs.getString("reason"), postponed, fellAway ? rs.getString("cancel_reason") : null),
                filing(rs.getBoolean("filed"), rs.getObject("plan_filed_at") != null),
                rs.getInt("repairs"),
                rs.getBigDecimal("total"));
    }

    private static String state(LineStatus line, PlanStatus plan, @Nullable String stage) {
        if (line == LineStatus.CANCELLED) {
            return "已取消";
        }
        if (stage != null) {
            return VisitStage.valueOf(stage).label();
        }
        return plan == PlanStatus.APPROVED ? "待下达" : "计划" + plan.label();
    }

    private static @Nullable String reasons(@Nullable String... reasons) {
        String all = Stream.of(reasons).filter(Objects::nonNull).distinct().collect(Collectors.joining(";"));
        return all.isEmpty() ? null : all;
    }

    private static String filing(boolean owed, boolean done) {
        return owed ? (done ? "已备案" : "待备案") : "无需备案";
    }

    private static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : LocalDate.ofInstant(at, ZONE);
    }
}

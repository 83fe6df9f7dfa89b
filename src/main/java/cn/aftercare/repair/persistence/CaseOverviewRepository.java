package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.platform.persistence.Units;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.RepairCaseRepository.Filter;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases beside their promises: which are late, which come next. */
@Repository
public class CaseOverviewRepository {

    private static final List<String> RUNNING = Arrays.stream(Stage.values())
            .filter(stage -> !stage.ended())
            .map(Stage::name)
            .toList();

    /** What is broken stays broken, so a late promise counts only while its case is running. */
    private static final String LATE = " and stage in (:running) and exists (select 1 from commitment m"
            + " where m.case_no = repair_case.case_no and m.kind = 'HARD'"
            + " and (m.status = 'BREACHED' or m.status = 'RUNNING' and m.due_at <= :now))";

    private static final String NEXT_DUE = "(select min(m.due_at) from commitment m"
            + " where m.case_no = repair_case.case_no and m.kind = 'HARD' and m.status in ('RUNNING', 'BREACHED'))";

    private final JdbcClient jdbc;

    CaseOverviewRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One page of cases.
     *
     * @param lateAt only those with a hard promise late at this instant, or null
     * @param byDeadline what is due first comes first; else the newest notice
     */
    public List<RepairCase> page(Filter filter, @Nullable Instant lateAt, boolean byDeadline, long offset, int limit) {
        String order = byDeadline ? NEXT_DUE + " nulls last, " : "";
        return bind(
                        filter,
                        lateAt,
                        "select * from repair_case",
                        " order by " + order
                                + "received_at desc, case_no desc offset :offset rows fetch next :limit rows only")
                .param("offset", offset)
                .param("limit", limit)
                .query(RepairCaseRepository::map)
                .list();
    }

    public long count(Filter filter, @Nullable Instant lateAt) {
        return bind(filter, lateAt, "select count(*) from repair_case", "")
                .query(Long.class)
                .single();
    }

    /** The cases of a project, the newest first. */
    public List<RepairCase> ofProject(String projectCode, int limit) {
        return jdbc.sql("select * from repair_case where project_code = :code"
                        + " order by received_at desc, case_no desc fetch first :limit rows only")
                .param("code", projectCode)
                .param("limit", limit)
                .query(RepairCaseRepository::map)
                .list();
    }

    private JdbcClient.StatementSpec bind(Filter filter, @Nullable Instant lateAt, String select, String rest) {
        JdbcClient.StatementSpec spec =
                filter.bind(jdbc.sql(select + filter.where() + (lateAt == null ? "" : LATE) + rest));
        return lateAt == null ? spec : spec.param("running", RUNNING).param("now", utc(lateAt));
    }

    /**
     * The running cases of a unit.
     *
     * @param dueToday with a hard promise still to be kept today
     * @param late with a hard promise past its deadline
     * @param behindTarget with a target missed
     */
    public record Load(String unit, long running, long dueToday, long late, long behindTarget) {}

    /** @param units null means every unit; a unit without running cases is left out */
    public List<Load> loads(@Nullable Collection<String> units, Instant now, Instant endOfDay) {
        return jdbc.sql("""
                        select c.unit, count(distinct c.case_no) as running,
                            count(distinct case when m.kind = 'HARD' and m.status = 'RUNNING' and m.due_at > :now
                                and m.due_at <= :endOfDay then c.case_no end) as due_today,
                            count(distinct case when m.kind = 'HARD' and (m.status = 'BREACHED'
                                or m.status = 'RUNNING' and m.due_at <= :now) then c.case_no end) as late,
                            count(distinct case when m.kind = 'TARGET' and (m.status = 'BREACHED'
                                or m.status = 'RUNNING' and m.due_at <= :now) then c.case_no end) as behind
                        from repair_case c left join commitment m
                            on m.case_no = c.case_no and m.status in ('RUNNING', 'BREACHED')
                        where c.stage in (:running) and %s
                        group by c.unit
                        """.formatted(Units.clause("c.unit", units)))
                .param("now", utc(now))
                .param("endOfDay", utc(endOfDay))
                .param("running", RUNNING)
                .param("units", units)
                .query((rs, n) -> new Load(
                        rs.getString("unit"),
                        rs.getLong("running"),
                        rs.getLong("due_today"),
                        rs.getLong("late"),
                        rs.getLong("behind")))
                .list();
    }

    /** A case with its site technician's name, which the case itself does not carry. */
    public record Danger(RepairCase repairCase, @Nullable String siteTechnician) {}

    /** @param units null means every unit */
    public List<Danger> dangers(@Nullable Collection<String> units) {
        return jdbc.sql("select * from repair_case where kind <> :ordinary and stage in (:running) and "
                        + Units.clause("unit", units) + " order by received_at, case_no")
                .param("ordinary", CaseKind.ORDINARY.name())
                .param("running", RUNNING)
                .param("units", units)
                .query((rs, n) -> new Danger(RepairCaseRepository.map(rs, n), rs.getString("site_technician")))
                .list();
    }

    /** Names of the projects with these codes. */
    public Map<String, String> projectNames(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        if (!codes.isEmpty()) {
            jdbc.sql("select code, name from project where code in (:codes)")
                    .param("codes", codes)
                    .query(rs -> {
                        names.put(rs.getString(1), rs.getString(2));
                    });
        }
        return names;
    }

    /** What only the page of a case shows: the site technician's name and the instance of its flow. */
    public record Link(
            @Nullable String siteTechnician, @Nullable String processInstanceId) {}

    public Link link(String caseNo) {
        return jdbc.sql("select site_technician, process_instance_id from repair_case where case_no = ?")
                .param(caseNo)
                .query((rs, n) -> new Link(rs.getString(1), rs.getString(2)))
                .single();
    }
}

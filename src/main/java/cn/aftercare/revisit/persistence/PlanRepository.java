package cn.aftercare.revisit.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.VisitChannel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Revisit plans and their lines. */
@Repository
public class PlanRepository {

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    PlanRepository(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    public void insert(RevisitPlan plan) {
        jdbc.sql("""
                        insert into revisit_plan (plan_no, unit, year_no, half_no, revision, status, compiled_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        plan.planNo(),
                        plan.unit(),
                        plan.period().year(),
                        plan.period().half(),
                        plan.revision(),
                        plan.status().name(),
                        utc(plan.compiledAt()))
                .update();
    }

    /** The highest revision of the unit's plan for the half-year, 0 if there is none. */
    public int revisions(String unit, HalfYear period) {
        return jdbc.sql(
                        "select coalesce(max(revision), 0) from revisit_plan where unit = ? and year_no = ? and half_no = ?")
                .params(unit, period.year(), period.half())
                .query(Integer.class)
                .single();
    }

    public Optional<RevisitPlan> find(String planNo) {
        return jdbc.sql("select * from revisit_plan where plan_no = ?")
                .param(planNo)
                .query(PlanRepository::plan)
                .optional();
    }

    /** Keeps others from changing the plan until the transaction ends. */
    public Optional<RevisitPlan> lock(String planNo) {
        return jdbc.sql("select * from revisit_plan where plan_no = ? for update")
                .param(planNo)
                .query(PlanRepository::plan)
                .optional();
    }

    /** Newest first; units null: all. */
    public List<RevisitPlan> list(@Nullable Collection<String> units, long offset, int limit) {
        return jdbc.sql("select * from revisit_plan where " + Units.clause("unit", units)
                        + " order by year_no desc, half_no desc, unit, revision desc limit :limit offset :offset")
                .param("units", units)
                .param("offset", offset)
                .param("limit", limit)
                .query(PlanRepository::plan)
                .list();
    }

    public long count(@Nullable Collection<String> units) {
        return jdbc.sql("select count(*) from revisit_plan where " + Units.clause("unit", units))
                .param("units", units)
                .query(Long.class)
                .single();
    }

    /** All plans of the year, of every unit asked for. */
    public List<RevisitPlan> ofYear(@Nullable Collection<String> units, int year) {
        return jdbc.sql("select * from revisit_plan where year_no = :year and " + Units.clause("unit", units)
                        + " order by unit, half_no, revision")
                .param("units", units)
                .param("year", year)
                .query(PlanRepository::plan)
                .list();
    }

    public void status(String planNo, PlanStatus status) {
        jdbc.sql("update revisit_plan set status = ? where plan_no = ?")
                .params(status.name(), planNo)
                .update();
    }

    public void submitted(String planNo, Instant at, String by) {
        jdbc.sql("update revisit_plan set status = ?, submitted_at = ?, submitted_by = ? where plan_no = ?")
                .params(PlanStatus.SUBMITTED.name(), utc(at), by, planNo)
                .update();
    }

    public void decided(String planNo, PlanStatus status, Instant at, String by, @Nullable String remarks) {
        jdbc.sql("update revisit_plan set status = ?, decided_at = ?, decided_by = ?, remarks = ? where plan_no = ?")
                .params(status.name(), utc(at), by, remarks, planNo)
                .update();
    }

    public void filed(String planNo, Instant at, String by) {
        jdbc.sql("update revisit_plan set filed_at = ?, filed_by = ? where plan_no = ?")
                .params(utc(at), by, planNo)
                .update();
    }

    // lines --------------------------------------------------------------------------------------------------------

    /** @param lines their ids are given by the database */
    public void insertLines(List<PlanLine> lines) {
        batch.batchUpdate("""
                insert into revisit_plan_line (plan_no, project_code, due_on, in_warranty, filed, planned_on, channel,
                    people, focus, complaints, status, reason)
                values (:planNo, :projectCode, :dueOn, :inWarranty, :filed, :plannedOn, :channel, :people, :focus,
                    :complaints, :status, :reason)
                """, lines.stream().map(PlanRepository::parameters).toArray(SqlParameterSource[]::new));
    }

    public void update(PlanLine line) {
        batch.update("""
                update revisit_plan_line set planned_on = :plannedOn, channel = :channel, people = :people, focus = :focus,
                    status = :status, reason = :reason
                where id = :id
                """, parameters(line));
    }

    public void delete(long lineId) {
        jdbc.sql("delete from revisit_plan_line where id = ?").param(lineId).update();
    }

    public Optional<PlanLine> line(long id) {
        return jdbc.sql("select * from revisit_plan_line where id = ?")
                .param(id)
                .query(PlanRepository::line)
                .optional();
    }

    /** By planned day. */
    public List<PlanLine> lines(String planNo, long offset, int limit) {
        return jdbc.sql("select * from revisit_plan_line where plan_no = ? order by planned_on, project_code, id"
                        + " limit ? offset ?")
                .params(planNo, limit, offset)
                .query(PlanRepository::line)
                .list();
    }

    /** How many lines of each status a plan has. */
    public Map<LineStatus, Integer> countByStatus(String planNo) {
        Map<LineStatus, Integer> counts = new EnumMap<>(LineStatus.class);
        jdbc.sql("select status, count(*) from revisit_plan_line where plan_no = ? group by status")
                .param(planNo)
                .query(rs -> {
                    counts.put(LineStatus.valueOf(rs.getString(1)), rs.getInt(2));
                });
        return counts;
    }

    public long countLines(String planNo) {
        return jdbc.sql("select count(*) from revisit_plan_line where plan_no = ?")
                .param(planNo)
                .query(Long.class)
                .single();
    }

    /** Lines that shall become visits and have not yet. */
    public List<PlanLine> unreleased(String planNo, int limit) {
        return jdbc.sql("select * from revisit_plan_line where plan_no = ? and visit_no is null and status <> ?"
                        + " order by planned_on, id limit ?")
                .params(planNo, LineStatus.CANCELLED.name(), limit)
                .query(PlanRepository::line)
                .list();
    }

    public void released(long lineId, String visitNo) {
        jdbc.sql("update revisit_plan_line set visit_no = ? where id = ?")
                .params(visitNo, lineId)
                .update();
    }

    /** Takes out what has not become a visit yet, whatever plan it is in. */
    public void cancelLines(String projectCode, String reason) {
        jdbc.sql("update revisit_plan_line set status = ?, reason = ?"
                        + " where project_code = ? and visit_no is null and status <> ?")
                .params(LineStatus.CANCELLED.name(), reason, projectCode, LineStatus.CANCELLED.name())
                .update();
    }

    public boolean anyFiled(String planNo) {
        return jdbc.sql("select count(*) from revisit_plan_line where plan_no = ? and filed")
                        .param(planNo)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** For which due days a line was made since the day, whatever plan it is in; several lines of a project possible. */
    public List<PlannedDue> plannedSince(LocalDate first) {
        return jdbc.sql("select project_code, due_on from revisit_plan_line where due_on >= ?")
                .param(first)
                .query((rs, n) -> new PlannedDue(rs.getString("project_code"), rs.getObject("due_on", LocalDate.class)))
                .list();
    }

    public record PlannedDue(String projectCode, LocalDate dueOn) {}

    private static SqlParameterSource parameters(PlanLine l) {
        return new MapSqlParameterSource()
                .addValue("id", l.id())
                .addValue("planNo", l.planNo())
                .addValue("projectCode", l.projectCode())
                .addValue("dueOn", l.dueOn(), java.sql.Types.DATE)
                .addValue("inWarranty", l.inWarranty())
                .addValue("filed", l.filed())
                .addValue("plannedOn", l.plannedOn())
                .addValue("channel", l.channel().name())
                .addValue("people", l.people())
                .addValue("focus", l.focus())
                .addValue("complaints", l.complaints())
                .addValue("status", l.status().name())
                .addValue("reason", l.reason());
    }

    private static RevisitPlan plan(ResultSet rs, int n) throws SQLException {
        return new RevisitPlan(
                rs.getString("plan_no"),
                rs.getString("unit"),
                new HalfYear(rs.getInt("year_no"), rs.getInt("half_no")),
                rs.getInt("revision"),
                PlanStatus.valueOf(rs.getString("status")),
                instant(rs, "compiled_at"),
                instant(rs, "submitted_at"),
                rs.getString("submitted_by"),
                instant(rs, "decided_at"),
                rs.getString("decided_by"),
                rs.getString("remarks"),
                instant(rs, "filed_at"),
                rs.getString("filed_by"));
    }

    private static PlanLine line(ResultSet rs, int n) throws SQLException {
        return new PlanLine(
                rs.getLong("id"),
                rs.getString("plan_no"),
                rs.getString("project_code"),
                rs.getObject("due_on", LocalDate.class),
                rs.getBoolean("in_warranty"),
                rs.getBoolean("filed"),
                rs.getObject("planned_on", LocalDate.class),
                VisitChannel.valueOf(rs.getString("channel")),
                rs.getString("people"),
                rs.getString("focus"),
                rs.getInt("complaints"),
                LineStatus.valueOf(rs.getString("status")),
                rs.getString("reason"),
                rs.getString("visit_no"));
    }
}

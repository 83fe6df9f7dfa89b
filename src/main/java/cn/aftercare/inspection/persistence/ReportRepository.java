package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportLine;
import cn.aftercare.inspection.ReportMonth;
import cn.aftercare.inspection.ReportStatus;
import cn.aftercare.platform.persistence.Units;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Monthly reports and their lines. */
@Repository
public class ReportRepository {

    private static final String REPORT = """
            select report_no, unit, year_no, month_no, status, due_at, current_due_at, started_at, compiled_at, remarks,
                first_submitted_at, submitted_at, submitted_by, review_remarks, reviewed_at, reviewed_by
            from rectification_report
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batch;

    ReportRepository(JdbcClient jdbc, NamedParameterJdbcOperations batch) {
        this.jdbc = jdbc;
        this.batch = batch;
    }

    /** Two who start a report of the same unit at once come one after the other. */
    public void lockUnit(String unit) {
        jdbc.sql("select code from org_unit where code = ? for update")
                .param(unit)
                .query(String.class)
                .optional();
    }

    public void insert(RectificationReport r) {
        jdbc.sql("""
                        insert into rectification_report (report_no, unit, year_no, month_no, status, period_from, period_to,
                            due_at, current_due_at, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        r.reportNo(),
                        r.unit(),
                        r.month().month().getYear(),
                        r.month().month().getMonthValue(),
                        r.status().name(),
                        utc(r.month().from()),
                        utc(r.month().to()),
                        utc(r.dueAt()),
                        utc(r.currentDueAt()),
                        utc(r.startedAt()))
                .update();
    }

    public Optional<RectificationReport> find(String reportNo) {
        return jdbc.sql(REPORT + " where report_no = ?")
                .param(reportNo)
                .query(ReportRepository::report)
                .optional();
    }

    /** Keeps others from changing the report until the transaction ends. */
    public Optional<RectificationReport> lock(String reportNo) {
        return jdbc.sql(REPORT + " where report_no = ? for update")
                .param(reportNo)
                .query(ReportRepository::report)
                .optional();
    }

    /** The first instant of the unit's first report, this one's own if there is no other. */
    public Instant reportedSince(String unit) {
        return jdbc.sql("select min(period_from) as since from rectification_report where unit = ?")
                .param(unit)
                .query((rs, n) -> instant(rs, "since"))
                .single();
    }

    public void compiled(String reportNo, Instant at, List<ReportLine> lines) {
        batch.batchUpdate(
                """
                insert into rectification_line (report_no, seq, source, ref_no, project_code, subject, opened_at, due_at,
                    done_at, state, reason)
                values (:reportNo, :seq, :source, :refNo, :projectCode, :subject, :openedAt, :dueAt, :doneAt, :state, :reason)
                """,
                lines.stream()
                        .map(l -> new MapSqlParameterSource("reportNo", reportNo)
                                .addValue("seq", l.seq())
                                .addValue("source", l.source().name())
                                .addValue("refNo", l.refNo())
                                .addValue("projectCode", l.projectCode())
                                .addValue("subject", l.subject())
                                .addValue("openedAt", utc(l.openedAt()))
                                .addValue("dueAt", utc(l.dueAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                                .addValue("doneAt", utc(l.doneAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                                .addValue("state", l.state().name())
                                .addValue("reason", l.reason()))
                        .toArray(MapSqlParameterSource[]::new));
        jdbc.sql("update rectification_report set compiled_at = ?, status = ? where report_no = ?")
                .params(utc(at), ReportStatus.CONFIRMING.name(), reportNo)
                .update();
    }

    public void remark(String reportNo, int seq, @Nullable String remark) {
        jdbc.sql("update rectification_line set remark = ? where report_no = ? and seq = ?")
                .params(remark, reportNo, seq)
                .update();
    }

    public void submitted(String reportNo, Instant at, String by, @Nullable String remarks) {
        jdbc.sql("""
                        update rectification_report set status = ?, submitted_at = ?, submitted_by = ?, remarks = ?,
                            first_submitted_at = coalesce(first_submitted_at, ?)
                        where report_no = ?
                        """)
                .params(ReportStatus.SUBMITTED.name(), utc(at), by, remarks, utc(at), reportNo)
                .update();
    }

    /** @param dueAt when it is to be reported again; unchanged if it was received */
    public void reviewed(
            String reportNo, ReportStatus status, Instant at, String by, @Nullable String remarks, Instant dueAt) {
        jdbc.sql("""
                        update rectification_report set status = ?, reviewed_at = ?, reviewed_by = ?, review_remarks = ?,
                            current_due_at = ?
                        where report_no = ?
                        """)
                .params(status.name(), utc(at), by, remarks, utc(dueAt), reportNo)
                .update();
    }

    public void archived(String reportNo, Instant at, byte[] workbook) {
        jdbc.sql("update rectification_report set status = ?, archived_at = ?, workbook = ? where report_no = ?")
                .params(ReportStatus.ARCHIVED.name(), utc(at), workbook, reportNo)
                .update();
    }

    /** The workbook as it was filed. */
    public Optional<byte[]> workbook(String reportNo) {
        return jdbc.sql("select workbook from rectification_report where report_no = ? and workbook is not null")
                .param(reportNo)
                .query((rs, n) -> rs.getBytes("workbook"))
                .optional();
    }

    public List<ReportLine> lines(String reportNo, long offset, int limit) {
        return jdbc.sql("select * from rectification_line where report_no = ? order by seq limit ? offset ?")
                .params(reportNo, limit, offset)
                .query(ReportRepository::line)
                .list();
    }

    public long countLines(String reportNo) {
        return jdbc.sql("select count(*) from rectification_line where report_no = ?")
                .param(reportNo)
                .query(Long.class)
                .single();
    }

    public long countLines(String reportNo, ReportLine.State state) {
        return jdbc.sql("select count(*) from rectification_line where report_no = ? and state = ?")
                .params(reportNo, state.name())
                .query(Long.class)
                .single();
    }

    /** Newest month first; null: not narrowed. */
    public List<RectificationReport> list(
            @Nullable Collection<String> units,
            @Nullable YearMonth month,
            @Nullable ReportStatus status,
            long offset,
            int limit) {
        return narrowed(
                        REPORT,
                        " order by year_no desc, month_no desc, unit limit :limit offset :offset",
                        units,
                        month,
                        status)
                .param("limit", limit)
                .param("offset", offset)
                .query(ReportRepository::report)
                .list();
    }

    public long count(@Nullable Collection<String> units, @Nullable YearMonth month, @Nullable ReportStatus status) {
        return narrowed("select count(*) from rectification_report", "", units, month, status)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec narrowed(
            String select,
            String tail,
            @Nullable Collection<String> units,
            @Nullable YearMonth month,
            @Nullable ReportStatus status) {
        String where = " where " + Units.clause("unit", units)
                + (month == null ? "" : " and year_no = :year and month_no = :month")
                + (status == null ? "" : " and status = :status");
        return jdbc.sql(select + where + tail)
                .param("units", units)
                .param("year", month == null ? null : month.getYear())
                .param("month", month == null ? null : month.getMonthValue())
                .param("status", status == null ? null : status.name());
    }

    private static RectificationReport report(ResultSet rs, int n) throws SQLException {
        return new RectificationReport(
                rs.getString("report_no"),
                rs.getString("unit"),
                new ReportMonth(YearMonth.of(rs.getInt("year_no"), rs.getInt("month_no"))),
                ReportStatus.valueOf(rs.getString("status")),
                instant(rs, "due_at"),
                instant(rs, "current_due_at"),
                instant(rs, "started_at"),
                instant(rs, "compiled_at"),
                new RectificationReport.Submitted(
                        rs.getString("remarks"),
                        instant(rs, "first_submitted_at"),
                        instant(rs, "submitted_at"),
                        rs.getString("submitted_by")),
                new RectificationReport.Review(
                        rs.getString("review_remarks"), instant(rs, "reviewed_at"), rs.getString("reviewed_by")));
    }

    private static ReportLine line(ResultSet rs, int n) throws SQLException {
        return new ReportLine(
                rs.getInt("seq"),
                ReportLine.Source.valueOf(rs.getString("source")),
                rs.getString("ref_no"),
                rs.getString("project_code"),
                rs.getString("subject"),
                instant(rs, "opened_at"),
                instant(rs, "due_at"),
                instant(rs, "done_at"),
                ReportLine.State.valueOf(rs.getString("state")),
                rs.getString("reason"),
                rs.getString("remark"));
    }
}

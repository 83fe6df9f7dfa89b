package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;

import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.Severity;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.record.RegisterRow;
import cn.aftercare.record.RegisterRow.Classification;
import cn.aftercare.record.RegisterRow.Punctuality;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.persistence.RepairCaseRepository.Filter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the repair register, read as a stream. */
@Repository
public class RegisterRepository {

    private static final int FETCH = 500;

    private static final String SELECT = """
            select c.case_no, c.received_at, c.reporter_name, c.reporter_phone, c.channel, c.category, c.location,
                c.description, c.severity, c.emergency, c.structural, c.charge_basis, c.material_fee, c.labour_fee,
                c.management_fee, c.stage,
                p.name as project_name, p.owner_name, p.warranty_manager_name,
                r.status as response_status, r.met_at as responded_at, r.due_at as response_due,
                s.status as start_status, s.met_at as started_at, s.due_at as start_due,
                d.status as completion_status, d.met_at as completed_at, d.due_at as completion_due,
                a.at as accepted_at
            from (select * from repair_case%s) c
                join project p on p.code = c.project_code
                left join counted_promise r on r.case_no = c.case_no and r.type = 'RESPONSE'
                left join counted_promise s on s.case_no = c.case_no and s.type = 'START'
                left join counted_promise d on d.case_no = c.case_no and d.type = 'COMPLETION'
                left join commitment_anchor a on a.case_no = c.case_no and a.anchor = 'ACCEPTED'
            order by c.received_at, c.case_no
            """;

    private final JdbcClient jdbc;

    RegisterRepository(DataSource dataSource) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH);
        this.jdbc = JdbcClient.create(streaming);
    }

    /** Oldest notice first; inside a transaction PostgreSQL hands them over page by page. The caller closes the stream. */
    public Stream<RegisterRow> rows(Filter filter, Instant now) {
        return filter.bind(jdbc.sql(SELECT.formatted(filter.where()))).query((rs, n) -> row(rs, now)).stream();
    }

    private static RegisterRow row(ResultSet rs, Instant now) throws SQLException {
        String basis = rs.getString("charge_basis");
        return new RegisterRow(
                rs.getString("case_no"),
                instant(rs, "received_at"),
                rs.getString("project_name"),
                rs.getString("owner_name"),
                rs.getString("reporter_name"),
                rs.getString("reporter_phone"),
                Channel.valueOf(rs.getString("channel")),
                DefectCategory.valueOf(rs.getString("category")),
                rs.getString("location"),
                rs.getString("description"),
                Classification.of(
                        Severity.valueOf(rs.getString("severity")),
                        rs.getBoolean("emergency"),
                        rs.getBoolean("structural")),
                basis == null ? null : ChargeBasis.valueOf(basis),
                instant(rs, "responded_at"),
                punctuality(rs, "response", now),
                instant(rs, "started_at"),
                punctuality(rs, "start", now),
                instant(rs, "completed_at"),
                punctuality(rs, "completion", now),
                instant(rs, "accepted_at"),
                rs.getBigDecimal("material_fee"),
                rs.getBigDecimal("labour_fee"),
                rs.getBigDecimal("management_fee"),
                Stage.valueOf(rs.getString("stage")),
                rs.getString("warranty_manager_name"));
    }

    /** A running clock past its deadline is late even before its timer fired. */
    private static Punctuality punctuality(ResultSet rs, String promise, Instant now) throws SQLException {
        String status = rs.getString(promise + "_status");
        Instant due = instant(rs, promise + "_due");
        if (status != null && status.equals(CommitmentStatus.RUNNING.name()) && !now.isBefore(due)) {
            return Punctuality.LATE;
        }
        return Punctuality.of(status == null ? null : CommitmentStatus.valueOf(status));
    }
}

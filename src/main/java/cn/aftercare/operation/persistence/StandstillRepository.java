package cn.aftercare.operation.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.operation.Standstill;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The standstill of the job executors and their failures, as far as they were told, in a row that always exists. */
@Repository
public class StandstillRepository {

    private final JdbcClient jdbc;

    StandstillRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** No other node looks at it until this transaction ends. */
    public Optional<Standstill> lock() {
        return jdbc.sql("select * from job_watch where id = 1 for update")
                .query(StandstillRepository::map)
                .single();
    }

    /** @param standstill null: there is none */
    public void store(@Nullable Standstill standstill) {
        jdbc.sql("update job_watch set since = ?, told_at = ?, recovered_at = ? where id = 1")
                .params(
                        standstill == null ? null : utc(standstill.since()),
                        standstill == null ? null : utc(standstill.toldAt()),
                        standstill == null ? null : utc(standstill.recoveredAt()))
                .update();
    }

    /** How many failed jobs somebody was told of. No other node looks at it until this transaction ends. */
    public long failuresTold() {
        return jdbc.sql("select failures_told from job_watch where id = 1 for update")
                .query(Long.class)
                .single();
    }

    public void failuresTold(long failures) {
        jdbc.sql("update job_watch set failures_told = ? where id = 1")
                .param(failures)
                .update();
    }

    private static Optional<Standstill> map(ResultSet rs, int row) throws SQLException {
        Instant since = instant(rs, "since");
        return since == null
                ? Optional.empty()
                : Optional.of(new Standstill(since, instant(rs, "told_at"), instant(rs, "recovered_at")));
    }
}

package cn.aftercare.operation.process;

import cn.aftercare.operation.JobBacklog;
import cn.aftercare.operation.app.JobLedger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the engine's job table itself: its queries cannot leave out the jobs a node is at, which are late without
 * anything being wrong. The lock of a node that died runs out, and its jobs count again.
 */
@Component
class EngineJobLedger implements JobLedger {

    private static final String WAITING = "retries_ > 0 and coalesce(duedate_, create_time_) <= :now"
            + " and (lock_exp_time_ is null or lock_exp_time_ <= :now)";

    private final JdbcClient jdbc;

    EngineJobLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public JobBacklog backlog(Instant now) {
        String sql = "select count(case when " + WAITING + " then 1 end) as waiting,"
                + " count(case when retries_ = 0 then 1 end) as failed,"
                + " min(case when " + WAITING + " then coalesce(duedate_, create_time_) end) as oldest"
                + " from act_ru_job where suspension_state_ = 1";
        // The engine's columns have no zone; they are read and written in the program's own.
        return jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .query(EngineJobLedger::map)
                .single();
    }

    private static JobBacklog map(ResultSet rs, int row) throws SQLException {
        Timestamp oldest = rs.getTimestamp("oldest");
        return new JobBacklog(rs.getLong("waiting"), rs.getLong("failed"), oldest == null ? null : oldest.toInstant());
    }
}

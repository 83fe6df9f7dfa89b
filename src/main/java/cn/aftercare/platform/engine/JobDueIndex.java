package cn.aftercare.platform.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/**
 * An index the engine does not bring: without it every look for due jobs, twice a second, reads all the waiting timers.
 * The engine makes its tables after our migrations have run, so it is none of them.
 */
@Component
class JobDueIndex extends AbstractProcessEnginePlugin {

    static final String NAME = "aftercare_idx_job_due";

    private final DataSource database;

    JobDueIndex(DataSource database) {
        this.database = database;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection connection = database.getConnection()) {
            if (!exists(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("create index if not exists " + NAME + " on act_ru_job (duedate_)");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no index for the due dates of jobs (作业到期时间索引未建立)", e);
        }
    }

    /** Asked first, because even {@code if not exists} waits for everybody who writes to the table. */
    private static boolean exists(Connection connection) throws SQLException {
        // PostgreSQL folds names to lower case, H2 to upper case.
        String table = connection.getMetaData().storesUpperCaseIdentifiers() ? "ACT_RU_JOB" : "act_ru_job";
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
            while (indexes.next()) {
                if (NAME.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}

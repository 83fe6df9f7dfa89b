package cn.aftercare.platform.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.stereotype.Component;

/** Indexes the engine does not bring. It makes its tables after our migrations have run, so they are none of them. */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

    private record Index(String name, String table, String columns) {}

    private static final List<Index> ALL = List.of(
            // Without it every look for due jobs, twice a second, reads all the waiting timers.
            new Index("aftercare_idx_job_due", "act_ru_job", "duedate_"),
            // With these two the open tasks of a group are counted without reading the tasks themselves.
            new Index("aftercare_idx_link_group", "act_ru_identitylink", "group_id_, type_, task_id_"),
            new Index("aftercare_idx_task_tenant", "act_ru_task", "id_, tenant_id_"));

    private final DataSource database;

    EngineIndexes(DataSource database) {
        this.database = database;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        for (Index index : ALL) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                if (!exists(connection, index)) {
                    statement.execute("create index if not exists %s on %s (%s)"
                            .formatted(index.name(), index.table(), index.columns()));
                }
            } catch (SQLException e) {
                throw new IllegalStateException("no index %s (数据库索引未建立)".formatted(index.name()), e);
            }
        }
    }

    /** Asked first, because even {@code if not exists} waits for everybody who writes to the table. */
    private static boolean exists(Connection connection, Index index) throws SQLException {
        // PostgreSQL folds names to lower case, H2 to upper case.
        String table = connection.getMetaData().storesUpperCaseIdentifiers()
                ? index.table().toUpperCase(Locale.ROOT)
                : index.table();
        try (ResultSet indexes =
                connection.getMetaData().getIndexInfo(null, connection.getSchema(), table, false, true)) {
            while (indexes.next()) {
                if (index.name().equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}

package cn.aftercare.quality.persistence;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.quality.DefectKind;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Enters the kinds of the cases from before V16: what part of a building a typed-in place means, SQL cannot tell. */
@Component
class KindsOfOldCases implements JavaMigration {

    private static final int BATCH = 1000;

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("16.1");
    }

    @Override
    public String getDescription() {
        return "kinds of old cases";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement read = context.getConnection().createStatement();
                PreparedStatement write = context.getConnection()
                        .prepareStatement("insert into quality_defect (case_no, kind, received_at) values (?, ?, ?)")) {
            read.setFetchSize(BATCH);
            ResultSet cases = read.executeQuery("select case_no, category, location, received_at from repair_case");
            for (int n = 1; cases.next(); n++) {
                write.setString(1, cases.getString("case_no"));
                write.setString(
                        2,
                        DefectKind.of(
                                DefectCategory.valueOf(cases.getString("category")), cases.getString("location")));
                write.setObject(3, cases.getObject("received_at", OffsetDateTime.class));
                write.addBatch();
                if (n % BATCH == 0) {
                    write.executeBatch();
                }
            }
            write.executeBatch();
        }
    }
}

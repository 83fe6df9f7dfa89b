package cn.aftercare.record;

import cn.aftercare.repair.Stage;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A fresh database with the real schema, two units, one project and as many cases as a test asks for. */
public final class RecordDatabase {

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public RecordDatabase() {
        dataSource = new DriverManagerDataSource(
                "jdbc:h2:mem:" + UUID.randomUUID()
                        + ";MODE=PostgreSQL;NON_KEYWORDS=DAY;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000",
                "sa",
                "");
        Flyway.configure().dataSource(dataSource).load().migrate();
        jdbc = JdbcClient.create(dataSource);
        jdbc.sql("insert into org_unit values ('hq', '总部', true), ('nanjing', '南京分公司', false)")
                .update();
        jdbc.sql("""
                        insert into project (code, name, owner_name, owner_contact, owner_phone, address, unit,
                                             management_mode, accepted_on, project_manager)
                        values ('NJ-2023-001', '三期装饰', '云锦酒店', '周敏', '13800000000', '南京', 'nanjing',
                                'BRANCH_DIRECT', date '2023-10-15', '李建国')
                        """).update();
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public void addCase(String caseNo, Stage stage) {
        jdbc.sql("""
                        insert into repair_case (case_no, project_code, unit, received_at, recorded_at, recorded_by,
                            channel, reporter_name, reporter_phone, category, location, description, emergency,
                            structural, public_area, stage, severity)
                        values (:caseNo, 'NJ-2023-001', 'nanjing', :at, :at, 'nanjing-after-sales', 'PHONE', '周敏',
                            '13800000000', 'DECORATION', '3层走廊', '吊顶开裂', false, false, true, :stage, 'MINOR')
                        """)
                .param("caseNo", caseNo)
                .param("at", OffsetDateTime.parse("2025-09-26T16:40:00+08:00"))
                .param("stage", stage.name())
                .update();
    }

    public void setStage(String caseNo, Stage stage) {
        jdbc.sql("update repair_case set stage = :stage where case_no = :caseNo")
                .param("stage", stage.name())
                .param("caseNo", caseNo)
                .update();
    }
}

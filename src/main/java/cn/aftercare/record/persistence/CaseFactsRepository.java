package cn.aftercare.record.persistence;

import cn.aftercare.record.CaseFacts;
import cn.aftercare.repair.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the few facts about a case that records and files depend on. */
@Repository
public class CaseFactsRepository {

    private static final String SELECT =
            "select case_no, project_code, unit, stage from repair_case where case_no = :caseNo";

    private final JdbcClient jdbc;

    public CaseFactsRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<CaseFacts> find(String caseNo) {
        return jdbc.sql(SELECT)
                .param("caseNo", caseNo)
                .query(CaseFactsRepository::facts)
                .optional();
    }

    /** Reads the case and holds its row until the transaction ends, so that uploads to one case queue up. */
    public Optional<CaseFacts> lock(String caseNo) {
        return jdbc.sql(SELECT + " for update")
                .param("caseNo", caseNo)
                .query(CaseFactsRepository::facts)
                .optional();
    }

    private static CaseFacts facts(ResultSet rs, int row) throws SQLException {
        return new CaseFacts(
                rs.getString("case_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                Stage.valueOf(rs.getString("stage")));
    }
}

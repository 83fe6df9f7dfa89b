package cn.aftercare.repair.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.app.DossierSource;
import cn.aftercare.repair.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repair cases as what records and files are kept with. */
@Repository
public class CaseDossiers implements DossierSource {

    private static final String SELECT =
            "select case_no, project_code, unit, stage from repair_case where case_no = :caseNo";

    private final JdbcClient jdbc;

    public CaseDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Dossier> find(String caseNo) {
        return jdbc.sql(SELECT)
                .param("caseNo", caseNo)
                .query(CaseDossiers::dossier)
                .optional();
    }

    @Override
    public Optional<Dossier> lock(String caseNo) {
        return jdbc.sql(SELECT + " for update")
                .param("caseNo", caseNo)
                .query(CaseDossiers::dossier)
                .optional();
    }

    private static Dossier dossier(ResultSet rs, int row) throws SQLException {
        return new Dossier(
                rs.getString("case_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                Stage.valueOf(rs.getString("stage")).ended());
    }
}

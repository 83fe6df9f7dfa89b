package cn.aftercare.repair.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.persistence.DossierTable;
import cn.aftercare.repair.Stage;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Repair cases as what records and files are kept with. */
@Repository
public class CaseDossiers extends DossierTable {

    public CaseDossiers(JdbcClient jdbc) {
        super(jdbc, "repair_case where true", "case_no", CaseDossiers::dossier);
    }

    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("case_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                Stage.valueOf(rs.getString("stage")).ended());
    }
}

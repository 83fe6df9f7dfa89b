package cn.aftercare.inspection.persistence;

import cn.aftercare.inspection.CheckStage;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.persistence.DossierTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Spot checks as what records and files are kept with. */
@Repository
class CheckDossiers extends DossierTable {

    CheckDossiers(JdbcClient jdbc) {
        super(jdbc, "spot_check where true", "check_no", CheckDossiers::dossier);
    }

    /** Those who check add photos, and those who rectify. */
    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("check_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                Set.of(rs.getString("checking_unit")),
                CheckStage.valueOf(rs.getString("stage")).ended());
    }
}

package cn.aftercare.revisit.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.persistence.DossierTable;
import cn.aftercare.revisit.VisitStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Visits as what records and files are kept with. */
@Repository
class VisitDossiers extends DossierTable {

    VisitDossiers(JdbcClient jdbc) {
        super(jdbc, "revisit where true", "visit_no", VisitDossiers::dossier);
    }

    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("visit_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                VisitStage.valueOf(rs.getString("stage")).ended());
    }
}

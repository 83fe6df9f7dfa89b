package cn.aftercare.quality.persistence;

import cn.aftercare.quality.QualityState;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.persistence.DossierTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Quality items as what records and files are kept with. */
@Repository
class QualityDossiers extends DossierTable {

    QualityDossiers(JdbcClient jdbc) {
        super(jdbc, "quality_item where true", "item_no", QualityDossiers::dossier);
    }

    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("item_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                QualityState.valueOf(rs.getString("state")).ended());
    }
}

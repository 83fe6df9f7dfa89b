package cn.aftercare.training.persistence;

import cn.aftercare.organisation.Actor;
import cn.aftercare.record.Dossier;
import cn.aftercare.record.persistence.DossierTable;
import cn.aftercare.training.TrainingStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trainings as what records and files are kept with. */
@Repository
class TrainingDossiers extends DossierTable {

    TrainingDossiers(JdbcClient jdbc) {
        super(jdbc, "training where true", "training_no", TrainingDossiers::dossier);
    }

    /** The trainers of headquarters add files too. */
    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("training_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                Set.of(Actor.HQ),
                TrainingStage.valueOf(rs.getString("stage")).ended());
    }
}

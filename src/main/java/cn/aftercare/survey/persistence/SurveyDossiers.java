package cn.aftercare.survey.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.persistence.DossierTable;
import cn.aftercare.survey.SurveyStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Surveys of their own as what their paper and their record are kept with; the others use the dossier of the visit. */
@Repository
class SurveyDossiers extends DossierTable {

    SurveyDossiers(JdbcClient jdbc) {
        super(jdbc, "survey where dossier_no is null", "survey_no", SurveyDossiers::dossier);
    }

    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("survey_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                SurveyStatus.valueOf(rs.getString("status")) != SurveyStatus.OPEN);
    }
}

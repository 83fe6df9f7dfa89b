package cn.aftercare.survey.persistence;

import cn.aftercare.record.Dossier;
import cn.aftercare.record.app.DossierSource;
import cn.aftercare.survey.SurveyStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Surveys of their own as what their paper and their record are kept with; the others use the dossier of the visit. */
@Repository
public class SurveyDossiers implements DossierSource {

    private static final String ALL =
            "select survey_no, project_code, unit, status from survey where dossier_no is null";
    private static final String SELECT = ALL + " and survey_no = ?";

    private final JdbcClient jdbc;

    public SurveyDossiers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Dossier> find(String number) {
        return jdbc.sql(SELECT).param(number).query(SurveyDossiers::dossier).optional();
    }

    @Override
    public Optional<Dossier> lock(String number) {
        return jdbc.sql(SELECT + " for update")
                .param(number)
                .query(SurveyDossiers::dossier)
                .optional();
    }

    @Override
    public List<Dossier> ofProject(String projectCode) {
        return jdbc.sql(ALL + " and project_code = ?")
                .param(projectCode)
                .query(SurveyDossiers::dossier)
                .list();
    }

    private static Dossier dossier(ResultSet rs, int n) throws SQLException {
        return new Dossier(
                rs.getString("survey_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                SurveyStatus.valueOf(rs.getString("status")) != SurveyStatus.OPEN);
    }
}

package cn.aftercare.survey.persistence;

import cn.aftercare.project.app.OpenMatters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The surveys of a project the owner has not answered. */
@Repository
class OpenSurveys implements OpenMatters {

    private final JdbcClient jdbc;

    OpenSurveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select survey_no from survey where project_code = ? and status = 'OPEN'")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}

package cn.aftercare.consultation.persistence;

import cn.aftercare.project.app.OpenMatters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The questions of a project nobody has settled. */
@Repository
class OpenConsultations implements OpenMatters {

    private final JdbcClient jdbc;

    OpenConsultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select consultation_no from consultation where project_code = ? and stage <> 'SETTLED'")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}

package cn.aftercare.training.persistence;

import cn.aftercare.project.app.OpenMatters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The trainings of a project the owner has not signed off. */
@Repository
class OpenTrainings implements OpenMatters {

    private final JdbcClient jdbc;

    OpenTrainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select training_no from training where project_code = ? and closed_at is null")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}

package cn.aftercare.repair.persistence;

import cn.aftercare.project.app.OpenMatters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases of a project that have not ended. */
@Repository
class OpenCases implements OpenMatters {

    private final JdbcClient jdbc;

    OpenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select case_no from repair_case where project_code = ? and closed_at is null")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}

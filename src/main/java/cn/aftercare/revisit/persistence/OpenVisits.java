package cn.aftercare.revisit.persistence;

import cn.aftercare.project.app.OpenMatters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The visits to a project that have begun and not ended; those that wait are no obstacle. */
@Repository
class OpenVisits implements OpenMatters {

    private final JdbcClient jdbc;

    OpenVisits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql(
                        "select visit_no from revisit where project_code = ? and closed_at is null and stage <> 'PLANNED'")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}

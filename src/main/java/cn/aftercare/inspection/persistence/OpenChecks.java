package cn.aftercare.inspection.persistence;

import cn.aftercare.project.app.OpenMatters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The spot checks of a project that have not ended. */
@Repository
class OpenChecks implements OpenMatters {

    private final JdbcClient jdbc;

    OpenChecks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql(
                        "select check_no from spot_check where project_code = ? and stage not in ('CLOSED', 'NOT_DONE')")
                .param(projectCode)
                .query(String.class)
                .list();
    }
}

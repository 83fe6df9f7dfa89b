package cn.aftercare.inspection.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.inspection.InspectionEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stories of draws, checks and reports. */
@Repository
public class InspectionEventRepository {

    private final JdbcClient jdbc;

    InspectionEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(String subject, Instant at, String actor, String title, @Nullable String detail) {
        jdbc.sql("insert into inspection_event (subject, at, actor, title, detail) values (?, ?, ?, ?, ?)")
                .params(subject, utc(at), actor, title, detail)
                .update();
    }

    /** In the order it happened. */
    public List<InspectionEvent> story(String subject) {
        return jdbc.sql("select at, actor, title, detail from inspection_event where subject = ? order by at, id")
                .param(subject)
                .query((rs, n) -> new InspectionEvent(
                        instant(rs, "at"), rs.getString("actor"), rs.getString("title"), rs.getString("detail")))
                .list();
    }
}

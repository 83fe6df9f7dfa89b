package cn.aftercare.training.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.training.TrainingEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The stories of trainings. */
@Repository
public class TrainingEventRepository {

    private final JdbcClient jdbc;

    TrainingEventRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(String number, Instant at, String actor, String title, @Nullable String detail) {
        jdbc.sql("insert into training_event (training_no, at, actor, title, detail) values (?, ?, ?, ?, ?)")
                .params(number, utc(at), actor, title, detail)
                .update();
    }

    /** In the order it happened. */
    public List<TrainingEvent> story(String number) {
        return jdbc.sql("select * from training_event where training_no = ? order by at, id")
                .param(number)
                .query((rs, n) -> new TrainingEvent(
                        instant(rs, "at"), rs.getString("actor"), rs.getString("title"), rs.getString("detail")))
                .list();
    }
}

package cn.aftercare.story.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.story.StoryEvent;
import cn.aftercare.story.StoryTable;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of stories: lines are added, never changed. */
@Repository
public class StoryRepository {

    private final JdbcClient jdbc;

    StoryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void tell(StoryTable table, String subject, StoryEvent event) {
        jdbc.sql("insert into " + table.name() + " (" + table.subject()
                        + ", at, actor, title, detail) values (?, ?, ?, ?, ?)")
                .params(subject, utc(event.at()), event.actor(), event.title(), event.detail())
                .update();
    }

    /** In the order it happened. */
    public List<StoryEvent> of(StoryTable table, String subject) {
        return jdbc.sql("select at, actor, title, detail from " + table.name() + " where " + table.subject()
                        + " = ? order by at, id")
                .param(subject)
                .query((rs, n) -> new StoryEvent(
                        instant(rs, "at"), rs.getString("actor"), rs.getString("title"), rs.getString("detail")))
                .list();
    }
}

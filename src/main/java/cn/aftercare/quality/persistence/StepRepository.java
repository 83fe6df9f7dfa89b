package cn.aftercare.quality.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.quality.QualityStep;
import cn.aftercare.quality.StepDeadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code quality_step}: what somebody has to do until when. */
@Repository
public class StepRepository {

    private final JdbcClient jdbc;

    StepRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextId() {
        return jdbc.sql("select nextval('quality_step_seq')").query(Long.class).single();
    }

    public void insert(StepDeadline s) {
        jdbc.sql("insert into quality_step (id, item_no, step, subject, group_id, person, remind_at, due_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        s.id(),
                        s.itemNo(),
                        s.step().name(),
                        s.subject(),
                        s.group(),
                        s.person(),
                        utc(s.remindAt()),
                        utc(s.dueAt()))
                .update();
    }

    public void clock(long id, String processInstanceId) {
        jdbc.sql("update quality_step set clock_id = ? where id = ?")
                .params(processInstanceId, id)
                .update();
    }

    public void reminded(long id, Instant at) {
        jdbc.sql("update quality_step set reminded_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    public void overdue(long id, Instant at) {
        jdbc.sql("update quality_step set overdue_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    public void done(long id, Instant at) {
        jdbc.sql("update quality_step set done_at = ? where id = ?")
                .params(utc(at), id)
                .update();
    }

    public Optional<StepDeadline> step(long id) {
        return jdbc.sql("select * from quality_step where id = ?")
                .param(id)
                .query(StepRepository::row)
                .optional();
    }

    /** In the order they began. */
    public List<StepDeadline> ofItem(String itemNo) {
        return jdbc.sql("select * from quality_step where item_no = ? order by id")
                .param(itemNo)
                .query(StepRepository::row)
                .list();
    }

    private static StepDeadline row(ResultSet rs, int n) throws SQLException {
        return new StepDeadline(
                rs.getLong("id"),
                rs.getString("item_no"),
                QualityStep.valueOf(rs.getString("step")),
                rs.getString("subject"),
                rs.getString("group_id"),
                rs.getString("person"),
                instant(rs, "remind_at"),
                instant(rs, "due_at"),
                instant(rs, "reminded_at"),
                instant(rs, "overdue_at"),
                instant(rs, "done_at"),
                rs.getString("clock_id"));
    }
}

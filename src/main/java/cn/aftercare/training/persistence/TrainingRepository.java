package cn.aftercare.training.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.platform.persistence.Units;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.TrainingSubject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trainings, as such and as a list. */
@Repository
public class TrainingRepository {

    private final JdbcClient jdbc;

    TrainingRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('training_no_seq')").query(Long.class).single();
    }

    public void insert(Training t, boolean byHandover) {
        jdbc.sql("""
                        insert into training (training_no, project_code, unit, subject, occasion, by_handover, stage,
                            round_no, started_at, due_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        t.number(),
                        t.projectCode(),
                        t.unit(),
                        t.subject().name(),
                        t.occasion(),
                        byHandover,
                        t.stage().name(),
                        t.round(),
                        utc(t.startedAt()),
                        utc(t.dueAt()))
                .update();
    }

    /** Whether the hand-over of the project has had its training started. */
    public boolean startedByHandover(String projectCode) {
        return jdbc.sql("select count(*) from training where project_code = ? and by_handover")
                        .param(projectCode)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The numbers of those of a project not archived yet. */
    List<String> openNumbers(String projectCode) {
        return jdbc.sql("select training_no from training where project_code = ? and closed_at is null")
                .param(projectCode)
                .query(String.class)
                .list();
    }

    public Optional<Training> training(String number) {
        return jdbc.sql("select * from training where training_no = ?")
                .param(number)
                .query(TrainingRepository::row)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    public Optional<Training> lockTraining(String number) {
        return jdbc.sql("select * from training where training_no = ? for update")
                .param(number)
                .query(TrainingRepository::row)
                .optional();
    }

    public void stage(String number, TrainingStage stage, int round) {
        jdbc.sql("update training set stage = ?, round_no = ? where training_no = ?")
                .params(stage.name(), round, number)
                .update();
    }

    public void materials(String number, Training.Materials m) {
        jdbc.sql("update training set manual_version = ?, outline_version = ? where training_no = ?")
                .params(m.manualVersion(), m.outlineVersion(), number)
                .update();
    }

    public void signed(String number, Training.SignOff s) {
        jdbc.sql("update training set signed_by = ?, signed_on = ? where training_no = ?")
                .params(s.by(), s.on(), number)
                .update();
    }

    public void archived(String number, String recordNo, Instant at) {
        jdbc.sql("update training set stage = 'ARCHIVED', record_no = ?, closed_at = ? where training_no = ?")
                .params(recordNo, utc(at), number)
                .update();
    }

    // the list -------------------------------------------------------------------------------------------------------

    /** Those not archived first, the newest before the older; null means all. */
    public List<Training> list(
            @Nullable Collection<String> units, @Nullable TrainingStage stage, long offset, int limit) {
        return narrowed(
                        "select * from training",
                        " order by case when stage = 'ARCHIVED' then 1 else 0 end, started_at desc, training_no desc"
                                + " limit :limit offset :offset",
                        units,
                        stage)
                .param("limit", limit)
                .param("offset", offset)
                .query(TrainingRepository::row)
                .list();
    }

    public long count(@Nullable Collection<String> units, @Nullable TrainingStage stage) {
        return narrowed("select count(*) from training", "", units, stage)
                .query(Long.class)
                .single();
    }

    private JdbcClient.StatementSpec narrowed(
            String select, String tail, @Nullable Collection<String> units, @Nullable TrainingStage stage) {
        String where = " where " + Units.clause("unit", units) + (stage == null ? "" : " and stage = :stage");
        return jdbc.sql(select + where + tail)
                .param("units", units)
                .param("stage", stage == null ? null : stage.name());
    }

    public List<Training> trainingsOf(String projectCode) {
        return jdbc.sql("select * from training where project_code = ?")
                .param(projectCode)
                .query(TrainingRepository::row)
                .list();
    }

    private static Training row(ResultSet rs, int n) throws SQLException {
        String manual = rs.getString("manual_version");
        String signedBy = rs.getString("signed_by");
        return new Training(
                rs.getString("training_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                TrainingSubject.valueOf(rs.getString("subject")),
                rs.getString("occasion"),
                TrainingStage.valueOf(rs.getString("stage")),
                rs.getInt("round_no"),
                instant(rs, "started_at"),
                instant(rs, "due_at"),
                manual == null ? null : new Training.Materials(manual, rs.getString("outline_version")),
                signedBy == null ? null : new Training.SignOff(signedBy, rs.getObject("signed_on", LocalDate.class)),
                rs.getString("record_no"));
    }
}

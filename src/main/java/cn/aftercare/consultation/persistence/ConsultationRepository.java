package cn.aftercare.consultation.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.consultation.Answer;
import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationKind;
import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.consultation.Question;
import cn.aftercare.consultation.Telling;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consultations, one row each. */
@Repository
public class ConsultationRepository {

    private final JdbcClient jdbc;

    ConsultationRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('consultation_no_seq')")
                .query(Long.class)
                .single();
    }

    public void insert(Consultation c) {
        Question q = c.question();
        jdbc.sql("""
                        insert into consultation (consultation_no, project_code, unit, kind, channel, asker_name,
                            asker_phone, question, received_at, late_entry_reason, recorded_at, recorded_by, due_at, stage)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        c.number(),
                        q.projectCode(),
                        c.unit(),
                        q.kind().name(),
                        q.channel().name(),
                        q.askerName(),
                        q.askerPhone(),
                        q.text(),
                        utc(q.receivedAt()),
                        q.lateEntryReason(),
                        utc(c.recordedAt()),
                        c.recordedBy(),
                        utc(c.dueAt()),
                        c.stage().name())
                .update();
    }

    public Optional<Consultation> find(String number) {
        return jdbc.sql("select * from consultation where consultation_no = ?")
                .param(number)
                .query(ConsultationRepository::row)
                .optional();
    }

    /** Keeps others from changing it until the transaction ends. */
    public Optional<Consultation> lock(String number) {
        return jdbc.sql("select * from consultation where consultation_no = ? for update")
                .param(number)
                .query(ConsultationRepository::row)
                .optional();
    }

    public List<Consultation> ofProject(String projectCode) {
        return jdbc.sql("select * from consultation where project_code = ?")
                .param(projectCode)
                .query(ConsultationRepository::row)
                .list();
    }

    /** The numbers of those of a project nobody has settled. */
    List<String> openNumbers(String projectCode) {
        return jdbc.sql("select consultation_no from consultation where project_code = ? and stage <> 'SETTLED'")
                .param(projectCode)
                .query(String.class)
                .list();
    }

    public void reminded(String number, Instant at) {
        jdbc.sql("update consultation set reminded_at = ? where consultation_no = ?")
                .params(utc(at), number)
                .update();
    }

    public void answered(String number, Answer a) {
        Answer.Defect d = a.defect();
        jdbc.sql("""
                        update consultation set stage = 'ANSWERED', answer = ?, answered_at = ?, answered_by = ?,
                            defect_category = ?, defect_location = ?, defect_description = ?, emergency = ?, structural = ?,
                            public_area = ?
                        where consultation_no = ?
                        """)
                .params(
                        a.text(),
                        utc(a.at()),
                        a.by(),
                        d == null ? null : d.category().name(),
                        d == null ? null : d.location(),
                        d == null ? null : d.description(),
                        d != null && d.emergency(),
                        d != null && d.structural(),
                        d != null && d.publicArea(),
                        number)
                .update();
    }

    public void becameRepair(String number, String caseNo) {
        jdbc.sql("update consultation set case_no = ? where consultation_no = ?")
                .params(caseNo, number)
                .update();
    }

    public void told(String number, Telling t) {
        jdbc.sql("update consultation set stage = 'SETTLED', told_at = ?, told_channel = ?, told_by = ?, told_note = ?"
                        + " where consultation_no = ?")
                .params(utc(t.at()), t.channel().name(), t.by(), t.note(), number)
                .update();
    }

    static Consultation row(ResultSet rs, int n) throws SQLException {
        return new Consultation(
                rs.getString("consultation_no"),
                rs.getString("unit"),
                new Question(
                        rs.getString("project_code"),
                        ConsultationKind.valueOf(rs.getString("kind")),
                        Channel.valueOf(rs.getString("channel")),
                        rs.getString("asker_name"),
                        rs.getString("asker_phone"),
                        rs.getString("question"),
                        instant(rs, "received_at"),
                        rs.getString("late_entry_reason")),
                instant(rs, "recorded_at"),
                rs.getString("recorded_by"),
                instant(rs, "due_at"),
                instant(rs, "reminded_at"),
                ConsultationStage.valueOf(rs.getString("stage")),
                answer(rs),
                rs.getString("case_no"),
                telling(rs));
    }

    private static @Nullable Answer answer(ResultSet rs) throws SQLException {
        Instant at = instant(rs, "answered_at");
        return at == null ? null : new Answer(rs.getString("answer"), at, rs.getString("answered_by"), defect(rs));
    }

    private static Answer.@Nullable Defect defect(ResultSet rs) throws SQLException {
        String category = rs.getString("defect_category");
        return category == null
                ? null
                : new Answer.Defect(
                        DefectCategory.valueOf(category),
                        rs.getString("defect_location"),
                        rs.getString("defect_description"),
                        rs.getBoolean("emergency"),
                        rs.getBoolean("structural"),
                        rs.getBoolean("public_area"));
    }

    private static @Nullable Telling telling(ResultSet rs) throws SQLException {
        Instant at = instant(rs, "told_at");
        return at == null
                ? null
                : new Telling(
                        at,
                        Channel.valueOf(rs.getString("told_channel")),
                        rs.getString("told_by"),
                        rs.getString("told_note"));
    }
}

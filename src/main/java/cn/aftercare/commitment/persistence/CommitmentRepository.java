package cn.aftercare.commitment.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentPlan.Planned;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.EscalationLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Promises, their anchors and the steps of their escalation. */
@Repository
public class CommitmentRepository {

    private final JdbcClient jdbc;

    CommitmentRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Records when an anchor happened; the first time stands. */
    public void anchor(String caseNo, Anchor anchor, Instant at) {
        jdbc.sql("insert into commitment_anchor (case_no, anchor, at) values (?, ?, ?) on conflict do nothing")
                .params(caseNo, anchor.name(), utc(at))
                .update();
    }

    public void removeAnchor(String caseNo, Anchor anchor) {
        jdbc.sql("delete from commitment_anchor where case_no = ? and anchor = ?")
                .params(caseNo, anchor.name())
                .update();
    }

    public Map<Anchor, Instant> anchors(String caseNo) {
        Map<Anchor, Instant> anchors = new EnumMap<>(Anchor.class);
        jdbc.sql("select anchor, at from commitment_anchor where case_no = ?")
                .param(caseNo)
                .query((ResultSet rs) -> {
                    anchors.put(Anchor.valueOf(rs.getString("anchor")), instant(rs, "at"));
                });
        return anchors;
    }

    public List<Commitment> ofCase(String caseNo) {
        return jdbc.sql("select * from commitment where case_no = ? order by id")
                .param(caseNo)
                .query(CommitmentRepository::map)
                .list();
    }

    public Optional<Commitment> find(long id) {
        return jdbc.sql("select * from commitment where id = ?")
                .param(id)
                .query(CommitmentRepository::map)
                .optional();
    }

    public Commitment insert(String caseNo, String unit, Planned planned, Instant remindAt) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into commitment (case_no, unit, type, kind, anchor_at, due_at, remind_at, provisional,
                            owner_specified, status)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING')
                        """)
                .params(
                        caseNo,
                        unit,
                        planned.promise().type().name(),
                        planned.promise().kind().name(),
                        utc(planned.anchorAt()),
                        utc(planned.deadline().dueAt()),
                        utc(remindAt),
                        planned.deadline().provisional(),
                        planned.deadline().ownerSpecified())
                .update(key, "id");
        return new Commitment(
                key.getKeyAs(Long.class),
                caseNo,
                unit,
                planned.promise().type(),
                planned.promise().kind(),
                planned.anchorAt(),
                planned.deadline().dueAt(),
                remindAt,
                planned.deadline().provisional(),
                planned.deadline().ownerSpecified(),
                CommitmentStatus.RUNNING,
                null,
                null);
    }

    public void reschedule(long id, Planned planned, Instant remindAt, CommitmentStatus status) {
        jdbc.sql("""
                        update commitment set anchor_at = ?, due_at = ?, remind_at = ?, provisional = ?,
                            owner_specified = ?, status = ?, met_at = null
                        where id = ?
                        """)
                .params(
                        utc(planned.anchorAt()),
                        utc(planned.deadline().dueAt()),
                        utc(remindAt),
                        planned.deadline().provisional(),
                        planned.deadline().ownerSpecified(),
                        status.name(),
                        id)
                .update();
    }

    /** The promise is open, whatever it was before. */
    public void open(long id, CommitmentStatus status) {
        jdbc.sql("update commitment set status = ?, met_at = null where id = ?")
                .params(status.name(), id)
                .update();
    }

    /** The promise was kept or no longer applies, and nothing counts its time any more. */
    public void stopped(long id, CommitmentStatus status, @Nullable Instant metAt) {
        jdbc.sql("update commitment set status = ?, met_at = ?, process_instance_id = null where id = ?")
                .params(status.name(), metAt == null ? null : utc(metAt), id)
                .update();
    }

    public void processInstance(long id, String processInstanceId) {
        jdbc.sql("update commitment set process_instance_id = ? where id = ?")
                .params(processInstanceId, id)
                .update();
    }

    /** When a step fired for this deadline, if it has. */
    public Optional<Instant> firedAt(long commitmentId, EscalationLevel level, Instant dueAt) {
        return jdbc.sql("select fired_at from commitment_step where commitment_id = ? and level = ? and due_at = ?")
                .params(commitmentId, level.name(), utc(dueAt))
                .query((rs, n) -> instant(rs, "fired_at"))
                .optional();
    }

    /** It has not fired after all. */
    public void unfired(long commitmentId, EscalationLevel level, Instant dueAt) {
        jdbc.sql("delete from commitment_step where commitment_id = ? and level = ? and due_at = ?")
                .params(commitmentId, level.name(), utc(dueAt))
                .update();
    }

    /** Records that a step fired, and who was told. */
    public void step(long commitmentId, EscalationLevel level, Instant dueAt, Instant firedAt, List<String> to) {
        jdbc.sql("insert into commitment_step (commitment_id, level, due_at, fired_at, told) values (?, ?, ?, ?, ?)")
                .params(commitmentId, level.name(), utc(dueAt), utc(firedAt), String.join(",", to))
                .update();
    }

    public List<CommitmentStep> steps(long commitmentId) {
        return jdbc.sql("select * from commitment_step where commitment_id = ? order by due_at, id")
                .param(commitmentId)
                .query((rs, n) -> step(rs))
                .list();
    }

    /** The fired steps of all promises of a case, by the promise's id. */
    public Map<Long, List<CommitmentStep>> stepsOfCase(String caseNo) {
        Map<Long, List<CommitmentStep>> steps = new HashMap<>();
        jdbc.sql("""
                        select s.* from commitment_step s join commitment c on c.id = s.commitment_id
                        where c.case_no = ? order by s.due_at, s.id
                        """).param(caseNo).query((ResultSet rs) -> {
            steps.computeIfAbsent(rs.getLong("commitment_id"), id -> new ArrayList<>())
                    .add(step(rs));
        });
        return steps;
    }

    /** What still has to be kept in these cases, first due first. */
    public List<Commitment> openOf(Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? List.of()
                : jdbc.sql("""
                                select * from commitment
                                where case_no in (:cases) and status in ('RUNNING', 'PAUSED', 'BREACHED')
                                order by due_at, id
                                """)
                        .param("cases", caseNos)
                        .query(CommitmentRepository::map)
                        .list();
    }

    /** Cases with a running clock whose deadline is provisional. What a closed case broke stays as it was. */
    public List<String> casesWithProvisionalDeadlines() {
        return jdbc.sql("""
                        select distinct case_no from commitment
                        where provisional and process_instance_id is not null order by case_no
                        """).query(String.class).list();
    }

    private static CommitmentStep step(ResultSet rs) throws SQLException {
        return new CommitmentStep(
                EscalationLevel.valueOf(rs.getString("level")),
                instant(rs, "due_at"),
                instant(rs, "fired_at"),
                rs.getString("told").isEmpty()
                        ? List.of()
                        : List.of(rs.getString("told").split(",")));
    }

    private static Commitment map(ResultSet rs, int row) throws SQLException {
        return new Commitment(
                rs.getLong("id"),
                rs.getString("case_no"),
                rs.getString("unit"),
                CommitmentType.valueOf(rs.getString("type")),
                CommitmentKind.valueOf(rs.getString("kind")),
                instant(rs, "anchor_at"),
                instant(rs, "due_at"),
                instant(rs, "remind_at"),
                rs.getBoolean("provisional"),
                rs.getBoolean("owner_specified"),
                CommitmentStatus.valueOf(rs.getString("status")),
                instant(rs, "met_at"),
                rs.getString("process_instance_id"));
    }
}

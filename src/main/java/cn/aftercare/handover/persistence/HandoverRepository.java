package cn.aftercare.handover.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.handover.Handover;
import cn.aftercare.handover.HandoverList;
import cn.aftercare.project.app.OpenMatters;
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

/** Handovers with their checklists and their stories. */
@Repository
public class HandoverRepository implements OpenMatters {

    private final JdbcClient jdbc;

    HandoverRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public long nextNumber() {
        return jdbc.sql("select nextval('handover_no_seq')").query(Long.class).single();
    }

    public void insert(Handover h) {
        jdbc.sql("insert into project_handover (handover_no, project_code, unit, accepted_on, started_by, started_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(h.number(), h.projectCode(), h.unit(), h.acceptedOn(), h.startedBy(), utc(h.startedAt()))
                .update();
    }

    public Optional<Handover> find(String number) {
        return jdbc.sql("select * from project_handover where handover_no = ?")
                .param(number)
                .query(HandoverRepository::handover)
                .optional();
    }

    public Optional<Handover> ofProject(String projectCode) {
        return jdbc.sql("select * from project_handover where project_code = ?")
                .param(projectCode)
                .query(HandoverRepository::handover)
                .optional();
    }

    /** Those whose post-warranty managers are still to be named. */
    public List<Handover> waiting() {
        return jdbc.sql("select * from project_handover where filed_at is not null and ended_at is null")
                .query(HandoverRepository::handover)
                .list();
    }

    /** Those of them that concern one of the projects. */
    public List<Handover> waiting(Collection<String> projectCodes) {
        return jdbc.sql("select * from project_handover where filed_at is not null and ended_at is null"
                        + " and project_code in (:codes)")
                .param("codes", projectCodes)
                .query(HandoverRepository::handover)
                .list();
    }

    public List<String> projectsHandedOver() {
        return jdbc.sql("select project_code from project_handover")
                .query(String.class)
                .list();
    }

    public void filed(String number, String by, Instant at) {
        jdbc.sql("update project_handover set filed_by = ?, filed_at = ? where handover_no = ?")
                .params(by, utc(at), number)
                .update();
    }

    public void ended(String number, Instant at) {
        jdbc.sql("update project_handover set ended_at = ? where handover_no = ? and ended_at is null")
                .params(utc(at), number)
                .update();
    }

    /** Everything on the list is done: by whom, taken over by whom. */
    public void signOff(
            String number,
            HandoverList list,
            LocalDate doneOn,
            String responsible,
            @Nullable String receiver,
            @Nullable String note,
            String by,
            Instant at) {
        for (int i = 0; i < list.items().size(); i++) {
            jdbc.sql("insert into handover_check (handover_no, list, seq, item) values (?, ?, ?, ?)")
                    .params(number, list.name(), i + 1, list.items().get(i))
                    .update();
        }
        jdbc.sql("insert into handover_sign_off (handover_no, list, done_on, responsible, receiver, note, recorded_by,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(number, list.name(), doneOn, responsible, receiver, note, by, utc(at))
                .update();
    }

    /** A handover whose warranty file does not stand yet; one that waits for the end of the warranty is no obstacle. */
    @Override
    public List<String> open(String projectCode) {
        return jdbc.sql("select handover_no from project_handover"
                        + " where project_code = ? and filed_at is null and ended_at is null")
                .param(projectCode)
                .query(String.class)
                .list();
    }

    private static Handover handover(ResultSet rs, int n) throws SQLException {
        return new Handover(
                rs.getString("handover_no"),
                rs.getString("project_code"),
                rs.getString("unit"),
                rs.getObject("accepted_on", LocalDate.class),
                rs.getString("started_by"),
                instant(rs, "started_at"),
                instant(rs, "filed_at"),
                instant(rs, "ended_at"));
    }
}

package cn.aftercare.emergency.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.emergency.Emergency;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code emergency}: one row per case that became one. */
@Repository
public class EmergencyRepository {

    private final JdbcClient jdbc;

    EmergencyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Emergency> find(String caseNo) {
        return jdbc.sql("select * from emergency where case_no = ?")
                .param(caseNo)
                .query(EmergencyRepository::map)
                .optional();
    }

    public List<Emergency> findAll(Collection<String> caseNos) {
        return caseNos.isEmpty()
                ? List.of()
                : jdbc.sql("select * from emergency where case_no in (:cases)")
                        .param("cases", caseNos)
                        .query(EmergencyRepository::map)
                        .list();
    }

    public void dispatched(
            String caseNo, Instant at, String dutyPerson, int needed, String crew, @Nullable String borrowed) {
        ensure(caseNo);
        jdbc.sql("update emergency set dispatched_at = ?, duty_person = ?, needed_crew = ?, crew = ?, borrowed_crew = ?"
                        + " where case_no = ?")
                .params(utc(at), dutyPerson, needed, crew, borrowed, caseNo)
                .update();
    }

    public void arrived(String caseNo, Instant at, String crew, String whereabouts) {
        ensure(caseNo);
        jdbc.sql("update emergency set arrived_at = ?, arrived_crew = ?, whereabouts = ? where case_no = ?")
                .params(utc(at), crew, whereabouts, caseNo)
                .update();
    }

    public void madeSafe(String caseNo, Instant at, String measures, BigDecimal cost) {
        ensure(caseNo);
        jdbc.sql("update emergency set safe_at = ?, measures = ?, make_safe_cost = ? where case_no = ?")
                .params(utc(at), measures, cost, caseNo)
                .update();
    }

    private void ensure(String caseNo) {
        if (find(caseNo).isEmpty()) {
            jdbc.sql("insert into emergency (case_no) values (?)").param(caseNo).update();
        }
    }

    private static Emergency map(ResultSet rs, int row) throws SQLException {
        return new Emergency(
                rs.getString("case_no"),
                instant(rs, "dispatched_at"),
                rs.getString("duty_person"),
                rs.getObject("needed_crew", Integer.class),
                rs.getString("crew"),
                rs.getString("borrowed_crew"),
                instant(rs, "arrived_at"),
                rs.getString("arrived_crew"),
                rs.getString("whereabouts"),
                instant(rs, "safe_at"),
                rs.getString("measures"),
                rs.getBigDecimal("make_safe_cost"));
    }
}

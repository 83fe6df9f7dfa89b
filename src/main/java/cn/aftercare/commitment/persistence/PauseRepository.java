package cn.aftercare.commitment.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.commitment.Pause;
import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.PauseRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who paused the clocks of a case, why, from when to when. */
@Repository
public class PauseRepository {

    private final JdbcClient jdbc;

    PauseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Pause> ofCase(String caseNo) {
        return jdbc.sql("select from_at, to_at from case_pause where case_no = ? order by from_at")
                .param(caseNo)
                .query((rs, n) -> {
                    return new Pause(instant(rs, "from_at"), instant(rs, "to_at"));
                })
                .list();
    }

    /** With who and why, for people to read. */
    public List<PauseRecord> recordsOf(String caseNo) {
        return jdbc.sql("select * from case_pause where case_no = ? order by from_at")
                .param(caseNo)
                .query((rs, n) -> {
                    return new PauseRecord(
                            PauseReason.valueOf(rs.getString("reason")),
                            rs.getString("note"),
                            rs.getString("paused_by"),
                            instant(rs, "from_at"),
                            instant(rs, "to_at"),
                            rs.getString("resumed_by"));
                })
                .list();
    }

    public Optional<Instant> openSince(String caseNo) {
        return ofCase(caseNo).stream().filter(Pause::open).map(Pause::from).findFirst();
    }

    public void open(String caseNo, PauseReason reason, String note, String by, Instant from) {
        jdbc.sql("insert into case_pause (case_no, reason, note, paused_by, from_at) values (?, ?, ?, ?, ?)")
                .params(caseNo, reason.name(), note, by, utc(from))
                .update();
    }

    public void close(String caseNo, String by, Instant to) {
        jdbc.sql("update case_pause set to_at = ?, resumed_by = ? where case_no = ? and to_at is null")
                .params(utc(to), by, caseNo)
                .update();
    }
}

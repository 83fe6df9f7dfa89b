package cn.aftercare.repair.persistence;

import static cn.aftercare.platform.persistence.Instants.utc;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which report a caller's idempotency key stands for. */
@Repository
public class IntakeKeyRepository {

    private final JdbcClient jdbc;

    IntakeKeyRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fingerprint of a report and the case it became. */
    public record Intake(String bodySha256, String caseNo) {}

    public Optional<Intake> find(String userId, String key) {
        return jdbc.sql("select body_sha256, case_no from idempotency_key where user_id = ? and key_value = ?")
                .params(userId, key)
                .query((rs, n) -> new Intake(rs.getString(1), rs.getString(2)))
                .optional();
    }

    /** DuplicateKeyException when the key is taken. */
    public void insert(String userId, String key, Intake intake, Instant at) {
        jdbc.sql("insert into idempotency_key (user_id, key_value, body_sha256, case_no, created_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(userId, key, intake.bodySha256(), intake.caseNo(), utc(at))
                .update();
    }
}

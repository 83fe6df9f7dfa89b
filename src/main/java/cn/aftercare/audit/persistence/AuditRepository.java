package cn.aftercare.audit.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.audit.AuditEntry;
import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.app.AuditLog;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Table audit_entry. */
@Repository
public class AuditRepository {

    private static final String INSERT = "insert into audit_entry (happened_at, kind, user_id, subject, note, address)"
            + " values (?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    AuditRepository(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    public void insert(Collection<AuditEntry> entries) {
        batches.batchUpdate(INSERT, entries, entries.size(), (row, e) -> {
            row.setObject(1, utc(e.at()));
            row.setString(2, e.kind().name());
            row.setString(3, e.userId());
            row.setString(4, e.subject());
            row.setString(5, e.note());
            row.setString(6, e.address());
        });
    }

    /** The newest first. */
    public List<AuditEntry> find(AuditLog.Query query, int page, int size) {
        return filtered("*", query, " order by happened_at desc, id desc limit :size offset :skip")
                .param("size", size)
                .param("skip", (long) page * size)
                .query((rs, n) -> new AuditEntry(
                        instant(rs, "happened_at"),
                        AuditKind.valueOf(rs.getString("kind")),
                        rs.getString("user_id"),
                        rs.getString("subject"),
                        rs.getString("note"),
                        rs.getString("address")))
                .list();
    }

    public long count(AuditLog.Query query) {
        return filtered("count(*)", query, "").query(Long.class).single();
    }

    public int deleteBefore(Instant end) {
        return jdbc.sql("delete from audit_entry where happened_at < :end")
                .param("end", utc(end))
                .update();
    }

    private StatementSpec filtered(String what, AuditLog.Query query, String rest) {
        String where = " where kind in (:kinds)"
                + (query.person() == null ? "" : " and user_id = :person")
                + (query.from() == null ? "" : " and happened_at >= :from")
                + (query.to() == null ? "" : " and happened_at < :to");
        StatementSpec statement = jdbc.sql("select " + what + " from audit_entry" + where + rest)
                .param("kinds", query.kinds().stream().map(AuditKind::name).toList());
        if (query.person() != null) {
            statement.param("person", query.person());
        }
        if (query.from() != null) {
            statement.param("from", utc(query.from()));
        }
        if (query.to() != null) {
            statement.param("to", utc(query.to()));
        }
        return statement;
    }
}

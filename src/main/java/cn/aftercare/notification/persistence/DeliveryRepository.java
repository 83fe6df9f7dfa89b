package cn.aftercare.notification.persistence;

import static cn.aftercare.platform.persistence.Instants.instant;
import static cn.aftercare.platform.persistence.Instants.utc;

import cn.aftercare.notification.Channel;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.DeliveryOutcome;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.NotificationKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Notifications on their way out, one row per addressee and channel. */
@Repository
public class DeliveryRepository {

    private final JdbcClient jdbc;

    DeliveryRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean known(String notificationId) {
        return jdbc.sql("select count(*) from notification where notification_id = ?")
                        .param(notificationId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    public Delivery insert(
            Notification notification, Channel channel, String addressee, Instant createdAt, Instant sendAt) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into notification (notification_id, kind, case_no, unit, urgent, subject, content, path,
                            channel, addressee, created_at, send_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        notification.id(),
                        notification.kind().name(),
                        notification.caseNo(),
                        notification.unit(),
                        notification.urgent(),
                        notification.subject(),
                        notification.text(),
                        notification.path(),
                        channel.name(),
                        addressee,
                        utc(createdAt),
                        utc(sendAt))
                .update(key, "id");
        return new Delivery(
                key.getKeyAs(Long.class),
                notification.id(),
                notification.kind(),
                notification.caseNo(),
                notification.unit(),
                notification.urgent(),
                notification.subject(),
                notification.text(),
                notification.path(),
                channel,
                addressee,
                createdAt,
                sendAt,
                null,
                null);
    }

    /** Nobody else sends it until this transaction ends. */
    public Delivery lock(long id) {
        return jdbc.sql("select * from notification where id = ? for update")
                .param(id)
                .query(DeliveryRepository::map)
                .single();
    }

    public void ended(long id, DeliveryOutcome outcome, Instant at) {
        jdbc.sql("update notification set outcome = ?, ended_at = ? where id = ?")
                .params(outcome.name(), utc(at), id)
                .update();
    }

    public List<Delivery> ofCase(String caseNo) {
        return jdbc.sql("select * from notification where case_no = ? order by id")
                .param(caseNo)
                .query(DeliveryRepository::map)
                .list();
    }

    private static Delivery map(ResultSet rs, int row) throws SQLException {
        String outcome = rs.getString("outcome");
        return new Delivery(
                rs.getLong("id"),
                rs.getString("notification_id"),
                NotificationKind.valueOf(rs.getString("kind")),
                rs.getString("case_no"),
                rs.getString("unit"),
                rs.getBoolean("urgent"),
                rs.getString("subject"),
                rs.getString("content"),
                rs.getString("path"),
                Channel.valueOf(rs.getString("channel")),
                rs.getString("addressee"),
                instant(rs, "created_at"),
                instant(rs, "send_at"),
                outcome == null ? null : DeliveryOutcome.valueOf(outcome),
                instant(rs, "ended_at"));
    }
}

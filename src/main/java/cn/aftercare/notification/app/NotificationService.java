package cn.aftercare.notification.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.Notifications;
import cn.aftercare.notification.QuietHours;
import cn.aftercare.notification.persistence.DeliveryRepository;
import cn.aftercare.organisation.app.Deputies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down, within the transaction of what happened, who is to be told; the sending follows by itself. */
@Service
class NotificationService implements Notifications {

    private final List<Messenger> messengers;
    private final DeliveryRepository deliveries;
    private final DeliveryQueue queue;
    private final QuietHours quietHours;
    private final Deputies deputies;
    private final Clock clock;

    NotificationService(
            List<Messenger> messengers,
            DeliveryRepository deliveries,
            DeliveryQueue queue,
            QuietHours quietHours,
            Deputies deputies,
            Clock clock) {
        this.messengers = messengers;
        this.deliveries = deliveries;
        this.queue = queue;
        this.quietHours = quietHours;
        this.deputies = deputies;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notification notification) {
        if (deliveries.known(notification.id())) {
            return;
        }
        Notification told = withDeputies(notification);
        Instant now = clock.instant();
        Instant sendAt = told.urgent() ? now : quietHours.earliest(now);
        for (Messenger messenger : messengers) {
            for (String addressee : messenger.addressees(told)) {
                queue.add(deliveries.insert(told, messenger.channel(), addressee, now, sendAt));
            }
        }
    }

    /** What somebody on leave is told concerns who acts in that person's place. */
    private Notification withDeputies(Notification notification) {
        return notification.to(notification.recipients().stream()
                .flatMap(id -> Stream.concat(Stream.of(id), deputies.deputyOf(id, notification.unit()).stream()))
                .distinct()
                .toList());
    }
}

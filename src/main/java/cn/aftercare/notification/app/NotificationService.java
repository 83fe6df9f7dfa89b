package cn.aftercare.notification.app;

import cn.aftercare.notification.Notification;
import cn.aftercare.notification.Notifications;
import cn.aftercare.notification.QuietHours;
import cn.aftercare.notification.persistence.DeliveryRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final Clock clock;

    NotificationService(
            List<Messenger> messengers,
            DeliveryRepository deliveries,
            DeliveryQueue queue,
            QuietHours quietHours,
            Clock clock) {
        this.messengers = messengers;
        this.deliveries = deliveries;
        this.queue = queue;
        this.quietHours = quietHours;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Notification notification) {
        if (deliveries.known(notification.id())) {
            return;
        }
        Instant now = clock.instant();
        Instant sendAt = notification.urgent() ? now : quietHours.earliest(now);
        for (Messenger messenger : messengers) {
            for (String addressee : messenger.addressees(notification)) {
                queue.add(deliveries.insert(notification, messenger.channel(), addressee, now, sendAt));
            }
        }
    }
}

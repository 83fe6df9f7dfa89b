package cn.aftercare.notification.app;

import cn.aftercare.notification.Channel;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.DeliveryOutcome;
import cn.aftercare.notification.persistence.DeliveryRepository;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands what is under way to its channel. */
@Service
public class DeliveryService {

    private final Map<Channel, Messenger> messengers;
    private final DeliveryRepository deliveries;
    private final Clock clock;

    DeliveryService(List<Messenger> messengers, DeliveryRepository deliveries, Clock clock) {
        this.messengers = messengers.stream().collect(Collectors.toMap(Messenger::channel, Function.identity()));
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Sends it and notes that in the caller's transaction; nothing happens when it was sent before.
     *
     * @throws cn.aftercare.notification.DeliveryFailedException when the other side did not take it
     */
    @Transactional
    public void deliver(long id) {
        Delivery delivery = deliveries.lock(id);
        if (delivery.outcome() != null) {
            return;
        }
        boolean sent = messengers.get(delivery.channel()).deliver(delivery);
        deliveries.ended(id, sent ? DeliveryOutcome.SENT : DeliveryOutcome.UNREACHABLE, clock.instant());
    }

    /** What was sent about a case, and to whom, in order. */
    @Transactional(readOnly = true)
    public List<Delivery> ofCase(String caseNo) {
        return deliveries.ofCase(caseNo);
    }
}

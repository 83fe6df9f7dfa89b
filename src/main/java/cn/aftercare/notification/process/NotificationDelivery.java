package cn.aftercare.notification.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code notification-delivery}, one instance per addressee and channel. */
class NotificationDelivery implements ProcessContract {

    static final String KEY = "notification-delivery";

    static final String DELIVERY_ID = "deliveryId";
    static final String UNIT = "unit";
    /** Instant (java.util.Date) before which nothing is sent. */
    static final String SEND_AT = "sendAt";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(DELIVERY_ID, UNIT, SEND_AT);
    }
}

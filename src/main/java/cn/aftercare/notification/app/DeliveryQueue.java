package cn.aftercare.notification.app;

import cn.aftercare.notification.Delivery;

/** Deliveries under way; in the engine one {@code notification-delivery} instance each. */
public interface DeliveryQueue {

    /** Has it delivered from its time on, after this transaction has ended well. */
    void add(Delivery delivery);
}

package cn.aftercare.notification.app;

import cn.aftercare.notification.Delivery;

/** Deliveries under way; in the engine one {@code notification-delivery} instance each. */
public interface DeliveryQueue {

    /** Has it delivered from its time on, after this transaction has ended well. */
    void add(Delivery delivery);

    /** How many there are, of all cases. */
    Backlog backlog();

    /**
     * @param waiting for their time or their next attempt
     * @param failed given up; somebody has to have them tried again in Cockpit
     */
    record Backlog(long waiting, long failed) {}
}

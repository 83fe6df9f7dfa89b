package cn.aftercare.notification.app;

import cn.aftercare.notification.Channel;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.Notification;
import java.util.List;

/** Carries notifications to the outside by one channel. */
public interface Messenger {

    Channel channel();

    /** Whom of the recipients this channel reaches, each once; nobody when it is not configured. */
    List<String> addressees(Notification notification);

    /**
     * @return false when the addressee can no longer be reached
     * @throws cn.aftercare.notification.DeliveryFailedException when the other side did not take it
     */
    boolean deliver(Delivery delivery);
}

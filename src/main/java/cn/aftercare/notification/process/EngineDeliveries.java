package cn.aftercare.notification.process;

import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.app.DeliveryQueue;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** One {@code notification-delivery} instance per row: each is tried again, and fails visibly, by itself. */
@Component
class EngineDeliveries implements DeliveryQueue {

    private final RuntimeService runtime;
    private final SystemAccess system;

    EngineDeliveries(RuntimeService runtime, SystemAccess system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void add(Delivery delivery) {
        system.run(() -> runtime.startProcessInstanceByKey(
                NotificationDelivery.KEY,
                delivery.caseNo(),
                Map.of(
                        NotificationDelivery.DELIVERY_ID,
                        delivery.id(),
                        NotificationDelivery.UNIT,
                        delivery.unit(),
                        NotificationDelivery.SEND_AT,
                        Date.from(delivery.sendAt()))));
    }
}

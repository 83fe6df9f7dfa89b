package cn.aftercare.notification.process;

import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.app.DeliveryQueue;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/** One {@code notification-delivery} instance per row: each is tried again, and fails visibly, by itself. */
@Component
class EngineDeliveries implements DeliveryQueue {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final SystemAccess system;

    EngineDeliveries(RuntimeService runtime, ManagementService management, SystemAccess system) {
        this.runtime = runtime;
        this.management = management;
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

    /** An instance has one job from its start to its end: the timer of quiet hours or the sending. */
    @Override
    public Backlog backlog() {
        return system.call(() -> new Backlog(
                jobs().withRetriesLeft().count(), jobs().noRetriesLeft().count()));
    }

    private JobQuery jobs() {
        return management.createJobQuery().processDefinitionKey(NotificationDelivery.KEY);
    }
}

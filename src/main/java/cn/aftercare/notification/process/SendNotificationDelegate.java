package cn.aftercare.notification.process;

import cn.aftercare.notification.app.DeliveryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends a notification to its addressee; a failure is the job's, which tries again. */
@Component
class SendNotificationDelegate implements JavaDelegate {

    private final DeliveryService deliveries;

    SendNotificationDelegate(DeliveryService deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deliveries.deliver((Long) execution.getVariable(NotificationDelivery.DELIVERY_ID));
    }
}

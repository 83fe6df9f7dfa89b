package cn.aftercare.operation.health;

import cn.aftercare.notification.app.DeliveryQueue;
import cn.aftercare.notification.app.DeliveryQueue.Backlog;
import cn.aftercare.operation.app.MailWatch;
import cn.aftercare.operation.app.MailWatch.Answer;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * {@code mail}: whether the mail server answered last, and what is under way by mail and into chats. Without it people
 * still work, so it is degraded at worst, which takes no node off the network.
 */
@Component
class MailHealthIndicator extends AbstractHealthIndicator {

    static final Status DEGRADED = new Status("DEGRADED");

    private final MailWatch server;
    private final DeliveryQueue deliveries;

    MailHealthIndicator(MailWatch server, DeliveryQueue deliveries) {
        super("cannot look at the deliveries");
        this.server = server;
        this.deliveries = deliveries;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Backlog backlog = deliveries.backlog();
        Answer answer = server.last();
        health.status(status(answer, backlog))
                .withDetail("configured", server.configured())
                .withDetail("waiting", backlog.waiting())
                .withDetail("failed", backlog.failed());
        if (answer != null) {
            health.withDetail("checkedAt", answer.at());
            if (answer.problem() != null) {
                health.withDetail("problem", answer.problem());
            }
        }
    }

    private Status status(Answer answer, Backlog backlog) {
        if (backlog.failed() > 0 || answer != null && answer.problem() != null) {
            return DEGRADED;
        }
        return server.configured() && answer == null ? Status.UNKNOWN : Status.UP;
    }
}

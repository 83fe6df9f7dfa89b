package cn.aftercare.operation.health;

import cn.aftercare.operation.JobBacklog;
import cn.aftercare.operation.app.JobLedger;
import cn.aftercare.operation.app.OperationSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** {@code jobs}: down when the oldest job waits longer than {@code aftercare.operation.standstill}. */
@Component
class JobsHealthIndicator extends AbstractHealthIndicator {

    private final JobLedger ledger;
    private final OperationSettings settings;
    private final Clock clock;

    JobsHealthIndicator(JobLedger ledger, OperationSettings settings, Clock clock) {
        super("cannot look at the jobs");
        this.ledger = ledger;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Instant now = clock.instant();
        JobBacklog backlog = ledger.backlog(now);
        Duration lag = backlog.lag(now);
        boolean standing = lag.compareTo(settings.standstill()) >= 0;
        (standing ? health.down().withDetail("problem", "后台作业停滞") : health.up())
                .withDetail("lagSeconds", lag.toSeconds())
                .withDetail("waiting", backlog.waiting())
                .withDetail("failed", backlog.failed());
        if (!standing && backlog.failed() > 0) {
            health.withDetail("problem", "有后台作业执行失败,请在 Cockpit 中处理");
        }
    }
}

package cn.aftercare.operation.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code aftercare.operation}.
 *
 * @param standstill a job that waits for so long means the job executors stand still
 * @param watchEvery how often that, and the mail server, is looked at
 * @param figuresAge how old a figure for the monitoring may be; younger ones cost no query
 * @param alertTo mail address of whoever looks after the program; empty: the alarm is in the log and the health only
 */
@ConfigurationProperties("aftercare.operation")
public record OperationSettings(
        @DefaultValue("5m") Duration standstill,
        @DefaultValue("30s") Duration watchEvery,
        @DefaultValue("15s") Duration figuresAge,
        @DefaultValue("") String alertTo) {

    public OperationSettings {
        if (standstill.isZero() || standstill.isNegative() || watchEvery.isZero() || watchEvery.isNegative()) {
            throw new IllegalStateException("aftercare.operation: standstill and watch-every must be positive (必须大于零)");
        }
        if (!alertTo.isBlank() && !alertTo.strip().matches("[^@\\s]+@[^@\\s]+")) {
            throw new IllegalStateException("aftercare.operation.alert-to is no mail address (告警收件地址不正确): " + alertTo);
        }
    }
}

package cn.aftercare.audit.app;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code aftercare.audit}.
 *
 * @param keep how long an entry is kept; the law asks for six months at least
 * @param again after how long the same person doing the same thing from the same address is written down again: pages
 *     that renew themselves and programs that log in with every request would bury the rest
 */
@ConfigurationProperties("aftercare.audit")
record AuditSettings(
        @DefaultValue("P365D") Period keep,
        @DefaultValue("10m") Duration again) {

    AuditSettings {
        if (keep.getDays() + keep.toTotalMonths() * 30 < 180) {
            throw new IllegalStateException("aftercare.audit.keep must be 180 days or more (审计日志至少保存六个月): " + keep);
        }
    }
}

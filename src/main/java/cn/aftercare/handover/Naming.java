package cn.aftercare.handover;

import cn.aftercare.handover.HandoverPolicy.Rule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * When the two post-warranty managers are named.
 *
 * @param askAt 00:00 of the day, Asia/Shanghai
 * @param dueAt 24:00 of the last day that is in time
 */
public record Naming(Instant askAt, Instant dueAt) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** @param lastDay of the project's warranty, inclusive */
    public static Naming before(LocalDate lastDay, Rule rule) {
        return new Naming(
                lastDay.minusDays(rule.askDays()).atStartOfDay(ZONE).toInstant(),
                lastDay.minusDays(rule.dueDays()).plusDays(1).atStartOfDay(ZONE).toInstant());
    }
}

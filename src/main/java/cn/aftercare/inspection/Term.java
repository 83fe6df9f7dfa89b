package cn.aftercare.inspection;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A deadline and when it is reminded of; both Asia/Shanghai ends of days or shares of the time.
 *
 * @param remindAt not after {@code dueAt}
 */
public record Term(Instant dueAt, Instant remindAt) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Until 24:00 of the n-th day after the day of {@code from}, as the rule says. */
    public static Term days(Instant from, InspectionPolicy.Rule rule) {
        return until(from, endOf(LocalDate.ofInstant(from, ZONE).plusDays(rule.days())), rule);
    }

    public static Term until(Instant from, Instant dueAt, InspectionPolicy.Rule rule) {
        Duration window = Duration.between(from, dueAt);
        Instant remindAt = from.plusSeconds(window.toSeconds() * rule.remindPercent() / 100);
        return new Term(dueAt, remindAt.isAfter(dueAt) ? dueAt : remindAt);
    }

    /** 24:00 of the day. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}

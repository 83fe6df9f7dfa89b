package cn.aftercare.notification;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours in which ordinary notifications wait. They may run over midnight; equal times mean there are none.
 *
 * @param from inclusive
 * @param to exclusive
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

    /** The first moment, from {@code now} on, that is not quiet. */
    public Instant earliest(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalTime time = LocalTime.ofInstant(now, zone);
        boolean overMidnight = from.isAfter(to);
        boolean begun = !time.isBefore(from);
        boolean over = !time.isBefore(to);
        boolean quiet = overMidnight ? begun || !over : begun && !over;
        if (!quiet) {
            return now;
        }
        LocalDate day = overMidnight && begun ? today.plusDays(1) : today;
        return day.atTime(to).atZone(zone).toInstant();
    }
}

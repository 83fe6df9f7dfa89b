package cn.aftercare.commitment;

import cn.aftercare.calendar.BusinessDate;
import cn.aftercare.calendar.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;

/**
 * Computes deadlines as rules.md says (Calendar, Service commitments): hours run through nights and holidays, days end at
 * 24:00 Asia/Shanghai, the anchor's day is not counted, and pauses move pausable clocks.
 */
public final class DeadlineRule {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkingCalendar calendar;

    public DeadlineRule(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** The deadline of a promise anchored at the given instant; an open pause moves nothing until it ends. */
    public Deadline deadline(Promise promise, Instant anchorAt, List<Pause> pauses) {
        Instant base = base(promise, anchorAt).dueAt();
        Deadline due = new Deadline(base, Duration.between(anchorAt, base), provisional(promise, anchorAt), false);
        if (!promise.type().pausable()) {
            return due;
        }
        for (Pause pause :
                pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
            due = moved(promise.unit(), anchorAt, due, pause);
        }
        return due;
    }

    /**
     * The deadline when the owner asked for a time of their own. A pause over that time moves it by its length, like an
     * hour clock's; one before it was known when they asked.
     */
    public Deadline ownerSpecified(CommitmentType type, Instant anchorAt, Instant requestedAt, List<Pause> pauses) {
        Deadline asked = new Deadline(requestedAt, Duration.between(anchorAt, requestedAt), false, true);
        return pauses.stream()
                .filter(p -> type.pausable() && p.to() != null && p.to().isAfter(requestedAt))
                .findFirst()
                .map(p -> moved(TimeUnit.HOUR, anchorAt, asked, p))
                .orElse(asked);
    }

    private Deadline base(Promise promise, Instant anchorAt) {
        LocalDate day = dayOf(anchorAt);
        return switch (promise.unit()) {
            case HOUR -> plain(anchorAt.plus(Duration.ofHours(promise.amount())));
            case CALENDAR_DAY -> plain(endOf(day.plusDays(promise.amount())));
            case WORKING_DAY ->
                plain(endOf(calendar.plusWorkingDays(day, promise.amount()).date()));
        };
    }

    private boolean provisional(Promise promise, Instant anchorAt) {
        return promise.unit() == TimeUnit.WORKING_DAY
                && calendar.plusWorkingDays(dayOf(anchorAt), promise.amount()).provisional();
    }

    private static Deadline plain(Instant dueAt) {
        return new Deadline(dueAt, Duration.ZERO, false, false);
    }

    private Deadline moved(TimeUnit unit, Instant anchorAt, Deadline due, Pause pause) {
        Instant from = pause.from().isBefore(anchorAt) ? anchorAt : pause.from();
        Instant to = pause.to();
        // Only a pause inside the running window counts: what began after the deadline excuses nothing.
        if (to == null || !from.isBefore(due.dueAt()) || !to.isAfter(from)) {
            return due;
        }
        if (unit == TimeUnit.HOUR) {
            return new Deadline(
                    due.dueAt().plus(Duration.between(from, to)),
                    due.window(),
                    due.provisional(),
                    due.ownerSpecified());
        }
        LocalDate lastDay = dayOf(due.dueAt().minusNanos(1));
        LocalDate pausedOn = dayOf(from);
        LocalDate resumedOn = dayOf(to);
        if (unit == TimeUnit.CALENDAR_DAY) {
            long remaining = lastDay.toEpochDay() - pausedOn.toEpochDay();
            return new Deadline(endOf(resumedOn.plusDays(remaining)), due.window(), due.provisional(), false);
        }
        int remaining = calendar.workingDaysAfterUntil(pausedOn, lastDay);
        BusinessDate end = calendar.plusWorkingDays(resumedOn, remaining);
        return new Deadline(endOf(end.date()), due.window(), due.provisional() || end.provisional(), false);
    }

    /** The Shanghai day an instant falls on. */
    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** 24:00 of the day, as an instant. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}

package cn.aftercare.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.calendar.PrcCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** rules.md, calendar and pauses, around the National Day holiday of 2025 (1–8 October off, Saturday the 11th worked). */
class DeadlineRuleTest {

    private final DeadlineRule rule = new DeadlineRule(PrcCalendar.upTo2026());

    @ParameterizedTest(name = "{1} {2} after {0} is {3}")
    @CsvSource({
        "2025-09-26T16:40, 24, HOUR, 2025-09-27T16:40",
        "2025-10-02T02:15, 8, HOUR, 2025-10-02T10:15",
        // no roll-over: 3 October is a holiday
        "2025-09-30T10:00, 3, CALENDAR_DAY, 2025-10-04T00:00",
        "2025-09-30T23:59:59, 0, CALENDAR_DAY, 2025-10-01T00:00",
        "2025-10-01T00:00, 0, CALENDAR_DAY, 2025-10-02T00:00",
        "2025-09-30T14:00, 2, WORKING_DAY, 2025-10-11T00:00",
        "2025-09-30T14:00, 5, WORKING_DAY, 2025-10-15T00:00",
        // started on a holiday
        "2025-10-03T09:00, 2, WORKING_DAY, 2025-10-11T00:00",
    })
    void isCountedFromTheAnchor(LocalDateTime anchor, int amount, TimeUnit unit, LocalDateTime due) {
        Deadline deadline = rule.deadline(promise(amount, unit), at(anchor), List.of());
        assertThat(deadline).isEqualTo(new Deadline(at(due), Duration.between(at(anchor), at(due)), false, false));
    }

    @ParameterizedTest(name = "{1} {2} after {0}, paused from {3} to {4}: {5}")
    @CsvSource({
        // hours move by the paused duration, holiday or not
        "2025-09-30T10:00, 24, HOUR, 2025-09-30T16:00, 2025-10-09T10:00, 2025-10-10T04:00",
        // 3 of 3 days remain, counted from the day after the pause
        "2025-09-30T10:00, 3, CALENDAR_DAY, 2025-09-30T16:00, 2025-10-09T10:00, 2025-10-13T00:00",
        // on the last day none remains: the day the pause ends is the last
        "2025-09-30T10:00, 3, CALENDAR_DAY, 2025-10-03T08:00, 2025-10-09T10:00, 2025-10-10T00:00",
        // within a day nothing is lost
        "2025-09-30T10:00, 3, CALENDAR_DAY, 2025-10-01T08:00, 2025-10-01T18:00, 2025-10-04T00:00",
        // 5 working days remain (9, 10, 11, 13, 14): 10, 11, 13, 14, 15 after the 9th
        "2025-09-30T14:00, 5, WORKING_DAY, 2025-09-30T15:00, 2025-10-09T09:00, 2025-10-16T00:00",
        // 4 remain (10, 11, 13, 14): 13, 14, 15, 16 after the make-up Saturday
        "2025-09-30T14:00, 5, WORKING_DAY, 2025-10-09T09:00, 2025-10-11T18:00, 2025-10-17T00:00",
        // a pause through the holiday alone costs no working day
        "2025-09-30T14:00, 5, WORKING_DAY, 2025-10-01T08:00, 2025-10-08T20:00, 2025-10-15T00:00",
        // what began after the deadline excuses nothing
        "2025-09-30T10:00, 24, HOUR, 2025-10-01T10:00, 2025-10-09T10:00, 2025-10-01T10:00",
        // a pause that began before the anchor counts from the anchor on
        "2025-09-30T10:00, 24, HOUR, 2025-09-29T10:00, 2025-09-30T12:00, 2025-10-01T12:00",
    })
    void movesWithAPause(
            LocalDateTime anchor, int amount, TimeUnit unit, LocalDateTime from, LocalDateTime to, LocalDateTime due) {
        assertThat(rule.deadline(promise(amount, unit), at(anchor), List.of(new Pause(at(from), at(to))))
                        .dueAt())
                .isEqualTo(at(due));
    }

    @Test
    void movesWithEachOfSeveralPauses() {
        Pause first = pause("2025-09-22T10:00", "2025-09-22T14:00");
        Pause second = pause("2025-09-23T11:00", "2025-09-23T13:00");
        assertThat(rule.deadline(promise(24, TimeUnit.HOUR), at("2025-09-22T09:00"), List.of(second, first))
                        .dueAt())
                .isEqualTo(at("2025-09-23T15:00"));
    }

    @Test
    void doesNotMoveWhileThePauseIsOpen() {
        assertThat(rule.deadline(
                                promise(24, TimeUnit.HOUR),
                                at("2025-09-22T09:00"),
                                List.of(new Pause(at("2025-09-22T10:00"), null)))
                        .dueAt())
                .isEqualTo(at("2025-09-23T09:00"));
    }

    @ParameterizedTest
    @EnumSource(
            value = CommitmentType.class,
            names = {"RESPONSE", "ARRIVAL", "STRUCTURAL_REPORT"})
    void neverPausesWhereSafetyOrTheFirstAnswerIsAtStake(CommitmentType type) {
        Promise promise = new Promise(type, CommitmentKind.HARD, Anchor.RECEIVED, 24, TimeUnit.HOUR);
        assertThat(rule.deadline(
                                promise, at("2025-09-22T09:00"), List.of(pause("2025-09-22T10:00", "2025-09-25T10:00")))
                        .dueAt())
                .isEqualTo(at("2025-09-23T09:00"));
    }

    @ParameterizedTest(name = "provisional {4}: {1} {2} after {0}")
    @CsvSource({
        // 2027 is not imported: Friday 1 January counts until it is known to be off
        "2026-12-30T10:00, 2, WORKING_DAY, 2027-01-02T00:00, true",
        "2026-12-29T10:00, 2, WORKING_DAY, 2027-01-01T00:00, false",
        // hours and calendar days need no calendar
        "2026-12-30T10:00, 3, CALENDAR_DAY, 2027-01-03T00:00, false",
        "2026-12-30T10:00, 48, HOUR, 2027-01-01T10:00, false",
    })
    void isProvisionalWhereAYearIsMissing(
            LocalDateTime anchor, int amount, TimeUnit unit, LocalDateTime due, boolean provisional) {
        Deadline deadline = rule.deadline(promise(amount, unit), at(anchor), List.of());
        assertThat(deadline.dueAt()).isEqualTo(at(due));
        assertThat(deadline.provisional()).isEqualTo(provisional);
    }

    @Test
    void remindsAfterAShareOfTheWindowEvenWhenItMoved() {
        Deadline deadline = rule.deadline(
                promise(24, TimeUnit.HOUR),
                at("2025-09-22T09:00"),
                List.of(pause("2025-09-22T10:00", "2025-09-23T10:00")));
        assertThat(deadline.remindAt(75)).isEqualTo(at("2025-09-24T03:00"));
        assertThat(deadline.remindAt(50)).isEqualTo(at("2025-09-23T21:00"));
    }

    private static Promise promise(int amount, TimeUnit unit) {
        return new Promise(CommitmentType.COMPLETION, CommitmentKind.HARD, Anchor.RECEIVED, amount, unit);
    }

    private static Pause pause(String from, String to) {
        return new Pause(at(from), at(to));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(DeadlineRule.ZONE).toInstant();
    }
}

package cn.aftercare.commitment;

import java.time.Duration;
import java.time.Instant;

/**
 * When a promise is due. In time means strictly before {@code dueAt} ("24:00 of D" is D+1 00:00).
 *
 * @param window the promised window without pauses, from which the reminder is measured back
 * @param provisional computed with a year whose holidays are not imported yet
 * @param ownerSpecified moved to the time the owner asked for (业主指定)
 */
public record Deadline(Instant dueAt, Duration window, boolean provisional, boolean ownerSpecified) {

    /** The reminder's instant, given the percentage of the window that has then passed. */
    public Instant remindAt(int percent) {
        return dueAt.minus(window.multipliedBy(100 - percent).dividedBy(100));
    }
}

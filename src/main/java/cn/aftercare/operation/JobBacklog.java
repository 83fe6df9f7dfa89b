package cn.aftercare.operation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the job executors of all nodes have before them.
 *
 * @param waiting due, and nobody is at it
 * @param failed given up after all attempts; each is an incident in Cockpit
 * @param oldestDue when the oldest of those waiting was due, null when none waits
 */
public record JobBacklog(
        long waiting, long failed, @Nullable Instant oldestDue) {

    /** How late the oldest waiting job is; zero when none waits. */
    public Duration lag(Instant now) {
        return oldestDue == null || oldestDue.isAfter(now) ? Duration.ZERO : Duration.between(oldestDue, now);
    }
}

package cn.aftercare.operation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which no job ran, as it is remembered for all nodes until everybody was told that it is over.
 *
 * @param since when the oldest waiting job was due
 * @param toldAt when the mail about it was taken, null: not yet
 * @param recoveredAt null while it lasts
 */
public record Standstill(
        Instant since, @Nullable Instant toldAt, @Nullable Instant recoveredAt) {

    public static Standstill noticed(Instant since) {
        return new Standstill(since, null, null);
    }

    public Standstill told(Instant at) {
        return new Standstill(since, at, recoveredAt);
    }

    public Standstill recovered(Instant at) {
        return new Standstill(since, toldAt, at);
    }

    /** It was not over after all. */
    public Standstill goingOn() {
        return new Standstill(since, toldAt, null);
    }
}

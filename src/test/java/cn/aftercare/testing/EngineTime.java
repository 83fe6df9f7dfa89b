package cn.aftercare.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** Moves the one clock of engine and application. {@link EngineTest} puts it back after each test. */
public final class EngineTime {

    private EngineTime() {}

    /** Stops the clock at an instant such as {@code 2025-09-26T16:40:00+08:00}. */
    public static void set(String offsetDateTime) {
        set(OffsetDateTime.parse(offsetDateTime).toInstant());
    }

    public static void set(Instant instant) {
        ClockUtil.setCurrentTime(Date.from(instant));
    }

    /** From the present reading of the clock. */
    public static void advance(Duration duration) {
        set(now().plus(duration));
    }

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    public static void reset() {
        ClockUtil.reset();
    }
}

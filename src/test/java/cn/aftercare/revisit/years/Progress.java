package cn.aftercare.revisit.years;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Tells on the standard error stream how far the years have gone, and how long the rest will take. */
final class Progress {

    private static final int WIDTH = 40;
    private static final long NANOS = 1_000_000_000;

    private final LocalDate start;
    private final long days;
    private final long begun = System.nanoTime();
    private long shown;

    Progress(LocalDate start, LocalDate end) {
        this.start = start;
        this.days = ChronoUnit.DAYS.between(start, end);
    }

    /** Shows a new line when it is worth one. */
    void reached(LocalDate day) {
        long now = System.nanoTime();
        double share = Math.min(1, (double) ChronoUnit.DAYS.between(start, day) / days);
        if (now - shown < NANOS && share < 1) {
            return;
        }
        shown = now;
        double seconds = (double) (now - begun) / NANOS;
        int full = (int) (share * WIDTH);
        System.err.printf(
                "\r[%s%s] %3d%%  %s  elapsed %.0fs  left %.0fs ",
                "#".repeat(full),
                ".".repeat(WIDTH - full),
                (int) (share * 100),
                day,
                seconds,
                share == 0 ? 0 : seconds / share - seconds);
    }

    /** @return seconds since the beginning */
    long done() {
        System.err.println();
        return (System.nanoTime() - begun) / NANOS;
    }
}

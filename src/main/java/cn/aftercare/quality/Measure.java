package cn.aftercare.quality;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A corrective or preventive measure.
 *
 * @param seq counted over all rounds
 * @param person login of who is responsible
 * @param dueOn last day, inclusive, Asia/Shanghai
 * @param result what was done, once it was reported
 */
public record Measure(
        int seq,
        int roundNo,
        QualityRoute route,
        MeasureKind kind,
        String content,
        String person,
        LocalDate dueOn,
        @Nullable String result,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {

    /** One that is just being planned; it gets its number and round when it is kept. */
    public static Measure planned(
            QualityRoute route, MeasureKind kind, String content, String person, LocalDate dueOn) {
        return new Measure(0, 0, route, kind, content, person, dueOn, null, null, null);
    }
}

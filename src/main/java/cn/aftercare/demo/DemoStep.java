package cn.aftercare.demo;

import cn.aftercare.commitment.PauseReason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One thing somebody does to a demo case; {@code login} is who. */
public sealed interface DemoStep {

    Instant at();

    String login();

    /**
     * A task of the person is completed.
     *
     * @param formId form of the task
     * @param fields what is filled in: text, flags, an {@link Instant} for a time, a {@link List} for ticked boxes
     */
    record FormFilled(Instant at, String login, String formId, Map<String, Object> fields) implements DemoStep {}

    /** A photo of the site is added to the case. */
    record PhotoTaken(Instant at, String login, Picture picture, String fileName) implements DemoStep {}

    /** The signed warranty record is scanned. */
    record RecordScanned(Instant at, String login, String fileName) implements DemoStep {}

    /** The clocks are paused by hand. */
    record ClocksPaused(Instant at, String login, PauseReason reason, String note) implements DemoStep {}

    /** What a photo shows; {@code repaired} is the same spot after the work. */
    record Picture(Motif motif, boolean repaired) {}

    /** The kinds of spots that are photographed. */
    enum Motif {
        CRACK,
        WATER_STAIN,
        LOOSE_TILE,
        DEAD_LAMP
    }

    /** Form fields from alternating keys and values; a null value is a field left empty. */
    static Map<String, Object> fields(@Nullable Object... keysAndValues) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            if (keysAndValues[i + 1] != null) {
                fields.put((String) keysAndValues[i], keysAndValues[i + 1]);
            }
        }
        return fields;
    }
}

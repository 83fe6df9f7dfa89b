package cn.aftercare.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened.
 *
 * @param at when it began
 * @param endedAt when it was over; null: it is not, or took no time
 * @param courseId the process it happened in, null outside of any
 * @param name what people call it, Chinese
 * @param state in a word, or null
 * @param actor login of who did it, or null
 * @param claimedAt when somebody took the task on, or null
 * @param fields what was filled in, in the order of the form
 * @param detail in a sentence, or null
 */
public record Step(
        Instant at,
        @Nullable Instant endedAt,
        StepKind kind,
        @Nullable String courseId,
        String name,
        @Nullable String state,
        @Nullable String actor,
        @Nullable Instant claimedAt,
        List<Field> fields,
        @Nullable String detail) {

    /** A field of a form with its label, as people read both. */
    public record Field(String label, String value) {}

    /** Something that took no time. */
    public static Step moment(
            Instant at,
            StepKind kind,
            String name,
            @Nullable String state,
            @Nullable String actor,
            @Nullable String detail) {
        return new Step(at, null, kind, null, name, state, actor, null, List.of(), detail);
    }
}

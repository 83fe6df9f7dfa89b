package cn.aftercare.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One process a dossier goes or went through: its own, those it called, and a clock for each promise.
 *
 * @param key of the model
 * @param name of the model, Chinese
 * @param callerId the course that called it, or null
 * @param commitmentId id of the promise whose clock it is, or null
 * @param startedBy login of the person who started it, null: the application
 * @param endedAt null while it runs
 */
public record Course(
        String id,
        String key,
        String name,
        @Nullable String callerId,
        @Nullable String commitmentId,
        Instant startedAt,
        @Nullable String startedBy,
        @Nullable Instant endedAt,
        State state) {

    /** How it stands. */
    public enum State {
        RUNNING("进行中"),
        COMPLETED("已完成"),
        /** Ended from outside: by its caller, or by a person. */
        TERMINATED("已终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

package cn.aftercare.consultation;

import java.time.Duration;
import java.time.Instant;

/** Until when a question should be answered, data of decision {@code consultation-policy}. */
public interface ConsultationPolicy {

    Rule rule(ConsultationKind kind);

    /**
     * A target, counted in clock hours from the instant the question was received.
     *
     * @param remindPercent how much of the time has passed when the engineer is reminded
     */
    record Rule(int hours, int remindPercent) {

        public Instant dueAt(Instant receivedAt) {
            return receivedAt.plus(Duration.ofHours(hours));
        }

        public Instant remindAt(Instant receivedAt) {
            return receivedAt.plusSeconds(Duration.ofHours(hours).toSeconds() * remindPercent / 100);
        }
    }
}

package cn.aftercare.consultation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A technical consultation or help with daily maintenance.
 *
 * @param number {@code ZX-<year>-<number>}
 * @param unit of the project
 * @param dueAt the target for the answer, counted from the receipt
 * @param caseNo the repair it became, or null
 */
public record Consultation(
        String number,
        String unit,
        Question question,
        Instant recordedAt,
        String recordedBy,
        Instant dueAt,
        @Nullable Instant remindedAt,
        ConsultationStage stage,
        @Nullable Answer answer,
        @Nullable String caseNo,
        @Nullable Telling telling) {

    /** Whether it was, or still is, answered later than it should have been. */
    public boolean lateAt(Instant now) {
        return !(answer == null ? now : answer.at()).isBefore(dueAt);
    }
}

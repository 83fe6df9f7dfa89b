package cn.aftercare.commitment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the promises of a case depend on; the same facts always give the same promises.
 *
 * @param emergency reported or found as an emergency; with a danger to the structure the kind is structural
 * @param agreement a paid repair under agreement, whose START is anchored at the signature
 * @param blocker a blocker was recorded at the start, which lifts SAME_DAY
 * @param requestedAt the time the owner asked for, or null
 * @param anchors the anchors that have happened
 */
public record CaseFacts(
        String caseNo,
        String unit,
        CaseKind kind,
        boolean emergency,
        Severity severity,
        boolean agreement,
        boolean blocker,
        @Nullable Instant requestedAt,
        Map<Anchor, Instant> anchors,
        List<Pause> pauses,
        List<ClockOverride> overrides) {

    CaseFacts as(CaseKind other) {
        return new CaseFacts(
                caseNo, unit, other, emergency, severity, agreement, blocker, requestedAt, anchors, pauses, overrides);
    }
}

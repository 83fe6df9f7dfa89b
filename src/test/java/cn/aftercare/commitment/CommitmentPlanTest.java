package cn.aftercare.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.calendar.PrcCalendar;
import cn.aftercare.commitment.CommitmentPlan.Planned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which anchors a case's promises are counted from. */
class CommitmentPlanTest {

    private static final Instant RECEIVED = Instant.parse("2025-09-22T01:00:00Z");
    private static final Instant STARTED = Instant.parse("2025-09-23T01:00:00Z");
    private static final Instant BEFORE = Instant.parse("2025-09-22T12:00:00Z");
    private static final Instant AFTER = Instant.parse("2025-09-30T01:00:00Z");

    /** Promises the same from every anchor. */
    private final CommitmentPlan plan = new CommitmentPlan(
            (anchor, facts) ->
                    List.of(new Promise(CommitmentType.COMPLETION, CommitmentKind.HARD, anchor, 24, TimeUnit.HOUR)),
            PrcCalendar.upTo2026());

    @Test
    void countsFromWhateverHappened() {
        assertThat(anchors(CaseKind.ORDINARY, Map.of(Anchor.RECEIVED, RECEIVED, Anchor.STARTED, STARTED)))
                .containsExactlyInAnyOrder(Anchor.RECEIVED, Anchor.STARTED);
    }

    @Test
    void structuralWorkBegunBeforeItsSchemeIsAcceptedPromisesNothing() {
        assertThat(anchors(CaseKind.STRUCTURAL, Map.of(Anchor.RECEIVED, RECEIVED, Anchor.STARTED, STARTED)))
                .containsExactly(Anchor.RECEIVED);
        assertThat(anchors(CaseKind.STRUCTURAL, Map.of(Anchor.STARTED, STARTED, Anchor.SCHEME_ACCEPTED, AFTER)))
                .containsExactly(Anchor.SCHEME_ACCEPTED);
        assertThat(anchors(CaseKind.STRUCTURAL, Map.of(Anchor.STARTED, STARTED, Anchor.SCHEME_ACCEPTED, BEFORE)))
                .containsExactlyInAnyOrder(Anchor.SCHEME_ACCEPTED, Anchor.STARTED);
    }

    private List<Anchor> anchors(CaseKind kind, Map<Anchor, Instant> happened) {
        var facts = new CaseFacts(
                "BX-2025-000001",
                "nanjing",
                kind,
                false,
                Severity.MAJOR,
                false,
                false,
                null,
                happened,
                List.of(),
                List.of());
        return plan.of(facts).stream()
                .map(Planned::promise)
                .map(Promise::anchor)
                .toList();
    }
}

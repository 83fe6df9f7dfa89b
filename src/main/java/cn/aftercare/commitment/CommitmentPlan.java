package cn.aftercare.commitment;

import cn.aftercare.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The promises a case has, computed from its facts alone. Because T0 and the other anchors are facts that never change,
 * reclassifying, importing a calendar year or agreeing a new time is nothing but planning again.
 */
public final class CommitmentPlan {

    private final CommitmentPolicy policy;
    private final DeadlineRule rule;

    public CommitmentPlan(CommitmentPolicy policy, WorkingCalendar calendar) {
        this.policy = policy;
        this.rule = new DeadlineRule(calendar);
    }

    /** One promise with its deadline. */
    public record Planned(Promise promise, Instant anchorAt, Deadline deadline) {}

    public List<Planned> of(CaseFacts facts) {
        List<Planned> planned = new ArrayList<>();
        for (Map.Entry<Anchor, Instant> anchor : counting(facts).entrySet()) {
            for (Promise promise : promises(anchor.getKey(), facts)) {
                planned.add(planned(promise, anchor.getValue(), facts));
            }
        }
        return planned;
    }

    /** A danger to the structure that is an emergency too is answered as fast as any emergency. */
    private List<Promise> promises(Anchor anchor, CaseFacts facts) {
        List<Promise> promises = policy.promises(anchor, facts);
        if (facts.kind() != CaseKind.STRUCTURAL || !facts.emergency()) {
            return promises;
        }
        return Stream.concat(
                        promises.stream().filter(p -> p.type() != CommitmentType.RESPONSE),
                        policy.promises(anchor, facts.as(CaseKind.EMERGENCY)).stream()
                                .filter(p -> p.type() == CommitmentType.RESPONSE))
                .toList();
    }

    private Planned planned(Promise promise, Instant anchorAt, CaseFacts facts) {
        Promise effective = overridden(promise, facts.overrides());
        var agreed = new Planned(effective, anchorAt, deadline(effective, anchorAt, facts));
        if (!facts.emergency() || promise.type() != CommitmentType.RESPONSE) {
            return agreed;
        }
        // A letter's response is meant for every repair: it may hurry an emergency, but not make it wait.
        var regular = new Planned(promise, anchorAt, deadline(promise, anchorAt, facts));
        return agreed.deadline().dueAt().isAfter(regular.deadline().dueAt()) ? regular : agreed;
    }

    /** Work begun before the scheme was accepted is no start of the structural repair (rules.md). */
    public static boolean startedTooEarly(Map<Anchor, Instant> anchors) {
        Instant started = anchors.get(Anchor.STARTED);
        Instant accepted = anchors.get(Anchor.SCHEME_ACCEPTED);
        return started != null && (accepted == null || started.isBefore(accepted));
    }

    private static Map<Anchor, Instant> counting(CaseFacts facts) {
        if (facts.kind() != CaseKind.STRUCTURAL || !startedTooEarly(facts.anchors())) {
            return facts.anchors();
        }
        Map<Anchor, Instant> counting = new EnumMap<>(facts.anchors());
        counting.remove(Anchor.STARTED);
        return counting;
    }

    private Deadline deadline(Promise promise, Instant anchorAt, CaseFacts facts) {
        Deadline regular = rule.deadline(promise, anchorAt, facts.pauses());
        Instant requested = facts.requestedAt();
        return movesTo(promise.type(), requested, anchorAt, regular)
                ? rule.ownerSpecified(promise.type(), anchorAt, requested, facts.pauses())
                : regular;
    }

    /** START follows the owner's time either way; ARRIVAL only when it is earlier. */
    private static boolean movesTo(
            CommitmentType type, @Nullable Instant requested, Instant anchorAt, Deadline regular) {
        if (requested == null || !requested.isAfter(anchorAt)) {
            return false;
        }
        return type == CommitmentType.START || type == CommitmentType.ARRIVAL && requested.isBefore(regular.dueAt());
    }

    private static Promise overridden(Promise promise, List<ClockOverride> overrides) {
        return overrides.stream()
                .filter(o -> o.type() == promise.type() && o.kind() == promise.kind())
                .findFirst()
                .map(promise::with)
                .orElse(promise);
    }
}

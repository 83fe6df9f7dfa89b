package cn.aftercare.commitment;

import cn.aftercare.calendar.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
            for (Promise promise : policy.promises(anchor.getKey(), facts)) {
                Promise effective = overridden(promise, facts.overrides());
                planned.add(new Planned(effective, anchor.getValue(), deadline(effective, anchor.getValue(), facts)));
            }
        }
        return planned;
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
                ? DeadlineRule.ownerSpecified(anchorAt, requested)
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

package cn.aftercare.commitment;

import java.time.Duration;

/** Who is told when (DMN {@code escalation-policy}). */
public interface EscalationPolicy {

    /** Percentage of the window after which the reminder goes out. */
    int reminderPercent(CaseKind kind);

    /** How long after the deadline the level is reached, and whose task it becomes. */
    Step step(EscalationLevel level, CaseKind kind);

    /** Whose role is meant: the project's own person, the unit's, or HQ's. */
    enum Scope {
        PROJECT,
        UNIT,
        HQ
    }

    /**
     * @param after time since the deadline
     * @param role role code
     */
    record Step(Duration after, Scope scope, String role) {

        /** The candidate group that is told, for a case of the given unit. */
        public String groupOf(String unit) {
            return (scope == Scope.HQ ? "hq" : unit) + "-" + role;
        }
    }
}

package cn.aftercare.commitment;

import java.time.Duration;

/** Who is told when (DMN {@code escalation-policy}). */
public interface EscalationPolicy {

    /** Percentage of the window after which the reminder goes out. */
    int reminderPercent(CaseKind kind);

    /** How long after the deadline the level is reached, and whose task it becomes. */
    Step step(EscalationLevel level, CaseKind kind);

    /**
     * @param hq whether the role is HQ's or that of the case's unit
     * @param role role code
     */
    record Step(Duration after, boolean hq, String role) {}
}

package cn.aftercare.revisit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The visits a unit owes in a half-year.
 *
 * @param unit the planning unit
 * @param revision 1 is the plan, more are supplements for what fell due later
 * @param remarks of the manager who returned it last
 */
public record RevisitPlan(
        String planNo,
        String unit,
        HalfYear period,
        int revision,
        PlanStatus status,
        Instant compiledAt,
        @Nullable Instant submittedAt,
        @Nullable String submittedBy,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String remarks,
        @Nullable Instant filedAt,
        @Nullable String filedBy) {

    /** As people read it: 2026年上半年回访计划(补充2). */
    public String title() {
        return period.label() + "回访计划" + (revision == 1 ? "" : "(补充" + (revision - 1) + ")");
    }
}

package cn.aftercare.commitment.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Variables through which a completed task tells the clock event behind it what happened and when. */
public final class ClockVariables {

    public static final String OCCURRED_AT = "occurredAt";
    public static final String PAUSE_REASON = "pauseReason";
    public static final String PAUSE_NOTE = "pauseNote";

    private ClockVariables() {}

    /** What the next clock event records happened at this instant, not when it was typed in. */
    public static void occurred(DelegateExecution execution, Instant at) {
        execution.setVariable(OCCURRED_AT, Date.from(at));
    }
}

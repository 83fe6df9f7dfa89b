package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Anchor;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.platform.model.ModelProperties;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.springframework.stereotype.Component;

/**
 * A drawn event at which promises start ({@code anchor}), are kept ({@code commitment}) or their clocks change
 * ({@code clock}). It happened at the variable {@code occurredAt} if a person just said when, else now.
 */
@Component
class ClockEvent implements ExecutionListener {

    private final CommitmentService commitments;
    private final Clock clock;

    ClockEvent(CommitmentService commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        FlowElement event = execution.getBpmnModelElementInstance();
        String caseNo = execution.getProcessBusinessKey();
        Instant at = occurredAt(execution);
        Set<CommitmentType> types = EnumSet.noneOf(CommitmentType.class);
        ModelProperties.list(event, ModelProperties.COMMITMENT).forEach(t -> types.add(CommitmentType.valueOf(t)));
        ClockCommand command = ModelProperties.of(event, ModelProperties.CLOCK)
                .map(ClockCommand::valueOf)
                .orElse(null);
        if (command == null) {
            types.forEach(type -> commitments.met(caseNo, type, at));
        } else {
            switch (command) {
                case PAUSE -> pause(caseNo, at, execution);
                case RESUME -> resume(caseNo, at);
                case REOPEN -> commitments.reopened(caseNo, types);
            }
        }
        ModelProperties.of(event, ModelProperties.ANCHOR)
                .map(Anchor::valueOf)
                .ifPresent(anchor -> commitments.anchored(caseNo, anchor, at));
    }

    private void pause(String caseNo, Instant from, DelegateExecution execution) {
        // Somebody may have paused the case by hand before the flow came here.
        if (!commitments.paused(caseNo)) {
            commitments.pause(
                    caseNo,
                    PauseReason.valueOf((String) execution.getVariable(ClockVariables.PAUSE_REASON)),
                    (String) execution.getVariable(ClockVariables.PAUSE_NOTE),
                    from);
        }
    }

    private void resume(String caseNo, Instant to) {
        if (commitments.paused(caseNo)) {
            commitments.resume(caseNo, to);
        }
    }

    private Instant occurredAt(DelegateExecution execution) {
        Object said = execution.getVariable(ClockVariables.OCCURRED_AT);
        execution.removeVariable(ClockVariables.OCCURRED_AT);
        return said instanceof Date date ? date.toInstant() : clock.instant();
    }
}

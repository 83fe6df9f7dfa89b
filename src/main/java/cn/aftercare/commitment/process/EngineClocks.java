package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.app.CommitmentClocks;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/** One {@code service-commitment} instance per clock. The caller's transaction holds rows and instance together. */
@Component
class EngineClocks implements CommitmentClocks {

    private final RuntimeService runtime;
    private final CommitmentTasks tasks;
    private final SystemAccess system;

    EngineClocks(RuntimeService runtime, CommitmentTasks tasks, SystemAccess system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public String start(Commitment commitment, ClockState state) {
        VariableMap variables = variables(commitment, state)
                .putValue(ServiceCommitment.COMMITMENT_ID, commitment.id())
                .putValueTyped(ServiceCommitment.UNIT, passing(commitment.unit()));
        return system.call(
                () -> runtime.startProcessInstanceByKey(ServiceCommitment.KEY, commitment.caseNo(), variables)
                        .getId());
    }

    @Override
    public void met(Commitment commitment) {
        correlate(commitment, ServiceCommitment.MET, Variables.createVariables());
    }

    @Override
    public void cancelled(Commitment commitment) {
        correlate(commitment, ServiceCommitment.CANCELLED, Variables.createVariables());
    }

    @Override
    public void paused(Commitment commitment) {
        correlate(commitment, ServiceCommitment.CHANGED, variables(commitment, ClockState.PAUSED));
    }

    @Override
    public void changed(Commitment commitment, ClockState state) {
        correlate(commitment, ServiceCommitment.CHANGED, variables(commitment, state));
    }

    @Override
    public void moveTasks(String caseNo, List<Commitment> commitments) {
        system.run(() -> tasks.move(caseNo, commitments));
    }

    private void correlate(Commitment commitment, String message, VariableMap variables) {
        if (commitment.processInstanceId() == null) {
            return; // the clock has stopped before
        }
        system.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(commitment.processInstanceId())
                .setVariables(variables)
                .correlate());
    }

    private static VariableMap variables(Commitment commitment, ClockState state) {
        return Variables.createVariables()
                .putValueTyped(ServiceCommitment.CLOCK_STATE, passing(state.name()))
                .putValueTyped(
                        ServiceCommitment.NEXT_AT,
                        passing(Date.from(state == ClockState.REMINDED ? commitment.dueAt() : commitment.remindAt())));
    }

    /** Read on the way to the next timer and never again: not stored, neither with the instance nor in its history. */
    static TypedValue passing(Object value) {
        return Variables.untypedValue(value, true);
    }
}

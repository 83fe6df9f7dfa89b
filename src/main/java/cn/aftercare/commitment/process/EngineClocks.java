package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.app.CommitmentClocks;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
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
        Map<String, Object> variables = variables(commitment, state);
        variables.put(ServiceCommitment.COMMITMENT_ID, commitment.id());
        variables.put(ServiceCommitment.UNIT, commitment.unit());
        variables.put(ServiceCommitment.HARD, commitment.kind() == CommitmentKind.HARD);
        return system.call(
                () -> runtime.startProcessInstanceByKey(ServiceCommitment.KEY, commitment.caseNo(), variables)
                        .getId());
    }

    @Override
    public void met(Commitment commitment) {
        correlate(commitment, ServiceCommitment.MET, Map.of());
    }

    @Override
    public void cancelled(Commitment commitment) {
        correlate(commitment, ServiceCommitment.CANCELLED, Map.of());
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

    private void correlate(Commitment commitment, String message, Map<String, Object> variables) {
        if (commitment.processInstanceId() == null) {
            return; // the clock has stopped before
        }
        system.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(commitment.processInstanceId())
                .setVariables(variables)
                .correlate());
    }

    private static Map<String, Object> variables(Commitment commitment, ClockState state) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(ServiceCommitment.CLOCK_STATE, state.name());
        variables.put(
                ServiceCommitment.NEXT_AT,
                Date.from(state == ClockState.REMINDED ? commitment.dueAt() : commitment.remindAt()));
        return variables;
    }
}

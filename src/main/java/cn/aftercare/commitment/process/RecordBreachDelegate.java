package cn.aftercare.commitment.process;

import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.app.CommitmentService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The deadline passed without the promise being kept. */
@Component
class RecordBreachDelegate implements JavaDelegate {

    private final CommitmentService commitments;

    RecordBreachDelegate(CommitmentService commitments) {
        this.commitments = commitments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = (Long) execution.getVariable(ServiceCommitment.COMMITMENT_ID);
        boolean hard = commitments.breached(id).kind() == CommitmentKind.HARD;
        execution.setVariable(ServiceCommitment.HARD, EngineClocks.passing(hard));
    }
}

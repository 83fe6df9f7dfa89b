package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.commitment.app.CommitmentService.InCase;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Part of the window has passed: the people whose tasks serve the promise are reminded. */
@Component
class RemindDelegate implements JavaDelegate {

    private final CommitmentService commitments;
    private final CommitmentTasks tasks;

    RemindDelegate(CommitmentService commitments, CommitmentTasks tasks) {
        this.commitments = commitments;
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        long id = (Long) execution.getVariable(ServiceCommitment.COMMITMENT_ID);
        InCase promise = commitments.inCase(id);
        Commitment commitment = promise.commitment();
        commitments.reminded(promise, tasks.peopleServing(commitment));
        execution.setVariable(ServiceCommitment.NEXT_AT, EngineClocks.passing(Date.from(commitment.dueAt())));
    }
}

package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.EscalationLevel;
import cn.aftercare.commitment.EscalationPolicy;
import cn.aftercare.commitment.EscalationPolicy.Scope;
import cn.aftercare.commitment.EscalationPolicy.Step;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.commitment.app.CommitmentService.InCase;
import cn.aftercare.organisation.app.Directory;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a breached promise to the next level: records it, names the supervisor, sets the following timer. */
@Component
class EscalationChain {

    private final CommitmentService commitments;
    private final EscalationPolicy policy;
    private final Directory directory;

    EscalationChain(CommitmentService commitments, EscalationPolicy policy, Directory directory) {
        this.commitments = commitments;
        this.policy = policy;
        this.directory = directory;
    }

    void reach(EscalationLevel level, @Nullable EscalationLevel next, DelegateExecution execution) {
        long id = (Long) execution.getVariable(ServiceCommitment.COMMITMENT_ID);
        InCase promise = commitments.inCase(id);
        Commitment commitment = promise.commitment();
        var kind = promise.subject().kind();
        Step step = policy.step(level, kind);
        String group = step.groupOf(commitment.unit());
        String manager = promise.subject().managerId();
        String person = step.scope() == Scope.PROJECT && directory.knows(manager) ? manager : null;
        Instant due = commitment.dueAt().plus(step.after());
        commitments.escalated(promise, level, due, List.of(person == null ? group : person));
        execution.setVariable(ServiceCommitment.SUPERVISOR_ID, person);
        execution.setVariable(ServiceCommitment.SUPERVISOR_GROUP, group);
        execution.setVariable(ServiceCommitment.CASE_NO, commitment.caseNo());
        execution.setVariable(ServiceCommitment.PROJECT_NAME, promise.subject().projectName());
        execution.setVariable(ServiceCommitment.COMMITMENT_TEXT, commitment.label() + " 已逾期");
        if (next != null) {
            Step following = policy.step(next, kind);
            execution.setVariable(
                    ServiceCommitment.NEXT_AT,
                    EngineClocks.passing(Date.from(commitment.dueAt().plus(following.after()))));
        }
    }
}

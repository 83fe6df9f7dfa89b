package cn.aftercare.commitment.process;

import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A supervisor recorded what is being done about a breach; the chain runs on until the promise is kept. */
@Component
class SupervisedCompleted extends FormCompletion {

    private final CommitmentService commitments;

    SupervisedCompleted(FormSubmissions submissions, CommitmentService commitments) {
        super(submissions);
        this.commitments = commitments;
    }

    @Override
    public String formId() {
        return "service-commitment-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("measure");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        commitments.supervised(
                (Long) execution.getVariable(ServiceCommitment.COMMITMENT_ID), form.requiredText("measure"));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.PlanApproval;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The performance officer hands the plan to the manager. */
@Component
class PlanEditedCompleted extends FormCompletion {

    private final PlanApproval approval;

    PlanEditedCompleted(FormSubmissions submissions, PlanApproval approval) {
        super(submissions);
        this.approval = approval;
    }

    @Override
    public String formId() {
        return "revisit-plan-edit";
    }

    @Override
    public Set<String> fields() {
        return Set.of("submitNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        approval.submit(
                execution.getProcessBusinessKey(), form.text("submitNote").orElse(null));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.PlanApproval;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The manager of the planning unit approves or returns the plan. */
@Component
class PlanReviewedCompleted extends FormCompletion {

    private final PlanApproval approval;

    PlanReviewedCompleted(FormSubmissions submissions, PlanApproval approval) {
        super(submissions);
        this.approval = approval;
    }

    @Override
    public String formId() {
        return "revisit-plan-review";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "reviewRemarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        execution.setVariable(
                RevisitPlanProcess.APPROVED,
                approval.review(
                        execution.getProcessBusinessKey(),
                        form.requiredText("decision").equals("APPROVE"),
                        form.text("reviewRemarks").orElse(null)));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.app.Planning;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A plan is started by hand. */
@Component
class PlanStartedCompleted extends FormCompletion {

    private final Planning planning;
    private final RevisitVariables variables;

    PlanStartedCompleted(FormSubmissions submissions, Planning planning, RevisitVariables variables) {
        super(submissions);
        this.planning = planning;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "revisit-plan-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("unit", "period");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        RevisitPlan plan = planning.startedByHand(form.requiredText("unit"), form.requiredText("period"));
        execution.setProcessBusinessKey(plan.planNo());
        execution.setVariables(variables.of(plan));
    }
}

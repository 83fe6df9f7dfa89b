package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner was told when and how the repair will be done. */
@Component
class PlanFedBackCompleted extends FormCompletion {

    private final SiteWork work;

    PlanFedBackCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-plan";
    }

    @Override
    public Set<String> fields() {
        return Set.of("plannedStartAt", "planText", "informed");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.planFedBack(
                execution.getProcessBusinessKey(),
                form.requiredText("planText"),
                form.requiredInstant("plannedStartAt"),
                form.requiredText("informed"));
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The crew checked its own work; only what passes is shown to the owner. */
@Component
class SelfCheckedCompleted extends FormCompletion {

    private final SiteWork work;

    SelfCheckedCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-self-check";
    }

    @Override
    public Set<String> fields() {
        return Set.of("selfCheck", "selfCheckNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean passed = form.requiredText("selfCheck").equals("PASSED");
        ClockVariables.occurred(
                execution,
                work.selfChecked(
                        execution.getProcessBusinessKey(),
                        passed,
                        form.text("selfCheckNote").orElse(null)));
        execution.setVariable(RepairExecution.SELF_CHECK_PASSED, passed);
    }
}

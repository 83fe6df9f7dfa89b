package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the work waited for is there now. */
@Component
class ConditionsMetCompleted extends FormCompletion {

    private final SiteWork work;

    ConditionsMetCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-await";
    }

    @Override
    public Set<String> fields() {
        return Set.of("resumedAt", "waitingNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.waitingOver(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("resumedAt"),
                        form.text("waitingNote").orElse(null)));
    }
}

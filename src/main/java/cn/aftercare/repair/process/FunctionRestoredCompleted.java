package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A major repair restores the function first. */
@Component
class FunctionRestoredCompleted extends FormCompletion {

    private final SiteWork work;

    FunctionRestoredCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-restore";
    }

    @Override
    public Set<String> fields() {
        return Set.of("restoredAt", "restoreNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.functionRestored(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("restoredAt"),
                        form.requiredText("restoreNote")));
    }
}

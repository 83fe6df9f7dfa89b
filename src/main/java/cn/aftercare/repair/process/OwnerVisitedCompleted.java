package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.Satisfaction;
import cn.aftercare.repair.app.Closing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner was asked for an opinion of the repair. */
@Component
class OwnerVisitedCompleted extends FormCompletion {

    private final Closing closing;

    OwnerVisitedCompleted(FormSubmissions submissions, Closing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "repair-visit";
    }

    @Override
    public Set<String> fields() {
        return Set.of("visitedAt", "satisfaction", "opinion", "guidance");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                closing.visited(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("visitedAt"),
                        form.requiredCode("satisfaction", Satisfaction.class),
                        form.text("opinion").orElse(null),
                        form.text("guidance").orElse(null)));
    }
}

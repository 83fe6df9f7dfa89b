package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.Outcome;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner accepts the repair, or sends it back. */
@Component
class RepairAcceptedCompleted extends FormCompletion {

    private final SiteWork work;

    RepairAcceptedCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-accept";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "ownerRepresentative", "decidedAt", "remarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean accepted = form.requiredText("decision").equals("ACCEPTED");
        ClockVariables.occurred(
                execution,
                work.decided(
                        execution.getProcessBusinessKey(),
                        accepted,
                        form.requiredText("ownerRepresentative"),
                        form.requiredInstant("decidedAt"),
                        form.text("remarks").orElse(null)));
        execution.setVariable(RepairExecution.ACCEPTED, accepted);
        if (accepted) {
            execution.setVariable(RepairExecution.OUTCOME, Outcome.ACCEPTED.name());
        }
    }
}

package cn.aftercare.structural.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The supervision authority knows: when, who, how, under which receipt. */
@Component
class AuthorityReportedCompleted extends FormCompletion {

    private final StructuralWork work;

    AuthorityReportedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-report";
    }

    @Override
    public Set<String> fields() {
        return Set.of("recipient", "reportChannel", "reportedAt", "receiptNo");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.reported(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("reportedAt"),
                        form.requiredText("recipient"),
                        form.requiredText("reportChannel"),
                        form.requiredText("receiptNo")));
    }
}

package cn.aftercare.structural.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The scheme is accepted or sent back; only an accepted one opens the way to repair. */
@Component
class SchemeReviewedCompleted extends FormCompletion {

    private final StructuralWork work;

    SchemeReviewedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-review";
    }

    @Override
    public Set<String> fields() {
        return Set.of("verdict", "decidedAt", "reviewRemarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean accepted = form.requiredText("verdict").equals("ACCEPTED");
        ClockVariables.occurred(
                execution,
                work.schemeReviewed(
                        execution.getProcessBusinessKey(),
                        accepted,
                        form.requiredInstant("decidedAt"),
                        form.text("reviewRemarks").orElse(null)));
        execution.setVariable(StructuralSafety.SCHEME_ACCEPTED, accepted);
        execution.setVariable(StructuralSafety.MAJOR, true);
    }
}

package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The authority has the closing report. */
@Component
class ClosingSubmittedCompleted extends FormCompletion {

    private final StructuralWork work;

    ClosingSubmittedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-closing";
    }

    @Override
    public Set<String> fields() {
        return Set.of("submittedAt", "closingReceiptNo");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.closingSubmitted(
                execution.getProcessBusinessKey(),
                form.requiredInstant("submittedAt"),
                form.requiredText("closingReceiptNo"));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.VisitClosing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The manager decides whether the visit falls away. */
@Component
class CancelReviewedCompleted extends FormCompletion {

    private final VisitClosing closing;

    CancelReviewedCompleted(FormSubmissions submissions, VisitClosing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "revisit-cancel";
    }

    @Override
    public Set<String> fields() {
        return Set.of("decision", "cancelRemarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean agreed = form.requiredText("decision").equals("AGREE");
        closing.cancelReviewed(
                execution.getProcessBusinessKey(),
                agreed,
                form.text("cancelRemarks").orElse(null));
        execution.setVariable(RevisitProcess.CANCEL_APPROVED, agreed);
    }
}

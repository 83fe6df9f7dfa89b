package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.VisitClosing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner signed the visit record. */
@Component
class RecordSignedCompleted extends FormCompletion {

    private final VisitClosing closing;

    RecordSignedCompleted(FormSubmissions submissions, VisitClosing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "revisit-sign";
    }

    @Override
    public Set<String> fields() {
        return Set.of("signedBy", "signedOn", "recordPlace");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        closing.signed(
                execution.getProcessBusinessKey(),
                form.requiredText("signedBy"),
                form.date("signedOn").orElseThrow(),
                form.text("recordPlace").orElse(null));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.VisitClosing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** HQ files the visit record of a group-name project. */
@Component
class VisitFiledCompleted extends FormCompletion {

    private final VisitClosing closing;

    VisitFiledCompleted(FormSubmissions submissions, VisitClosing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "revisit-file";
    }

    @Override
    public Set<String> fields() {
        return Set.of("filingNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        closing.file(execution.getProcessBusinessKey(), form.text("filingNote").orElse(null));
    }
}

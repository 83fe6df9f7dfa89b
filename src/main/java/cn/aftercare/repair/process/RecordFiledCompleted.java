package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.Closing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The project management department keeps the signed record. */
@Component
class RecordFiledCompleted extends FormCompletion {

    private final Closing closing;

    RecordFiledCompleted(FormSubmissions submissions, Closing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "repair-file-record";
    }

    @Override
    public Set<String> fields() {
        return Set.of("recordPlace");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        closing.fileSigned(
                execution.getProcessBusinessKey(), form.text("recordPlace").orElse(null));
    }
}

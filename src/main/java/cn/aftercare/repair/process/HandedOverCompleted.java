package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.Closing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The warranty manager says what was done about a danger. */
@Component
class HandedOverCompleted extends FormCompletion {

    private final Closing closing;

    HandedOverCompleted(FormSubmissions submissions, Closing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "repair-handover";
    }

    @Override
    public Set<String> fields() {
        return Set.of("measure");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        closing.handedOver(execution.getProcessBusinessKey(), form.requiredText("measure"));
    }
}

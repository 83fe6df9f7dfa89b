package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The accepted repair is filed with the authority. */
@Component
class FilingRegisteredCompleted extends FormCompletion {

    private final StructuralWork work;

    FilingRegisteredCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-filing";
    }

    @Override
    public Set<String> fields() {
        return Set.of("filingNo", "filedAt");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.filed(execution.getProcessBusinessKey(), form.requiredInstant("filedAt"), form.requiredText("filingNo"));
    }
}

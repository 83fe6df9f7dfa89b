package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The design unit has delivered a scheme. */
@Component
class SchemeReceivedCompleted extends FormCompletion {

    private final StructuralWork work;

    SchemeReceivedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-scheme";
    }

    @Override
    public Set<String> fields() {
        return Set.of("schemeTitle", "receivedAt", "schemeSummary");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.schemeReceived(
                execution.getProcessBusinessKey(),
                form.requiredInstant("receivedAt"),
                form.requiredText("schemeTitle"),
                form.requiredText("schemeSummary"));
    }
}

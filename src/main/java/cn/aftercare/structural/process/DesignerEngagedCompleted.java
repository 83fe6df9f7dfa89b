package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A design unit of the proper class stands in for the original one: name, class and certificate. */
@Component
class DesignerEngagedCompleted extends FormCompletion {

    private final StructuralWork work;

    DesignerEngagedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-engage";
    }

    @Override
    public Set<String> fields() {
        return Set.of("designerName", "designerClass", "designerCertificate", "engagedAt");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.designerEngaged(
                execution.getProcessBusinessKey(),
                form.requiredInstant("engagedAt"),
                form.requiredText("designerName"),
                form.requiredText("designerClass"),
                form.requiredText("designerCertificate"));
    }
}

package cn.aftercare.handover.process;

import cn.aftercare.handover.app.PostWarrantyNaming;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The two post-warranty managers are named. */
@Component
class PostWarrantyNamedCompleted extends FormCompletion {

    private final PostWarrantyNaming naming;

    PostWarrantyNamedCompleted(FormSubmissions submissions, PostWarrantyNaming naming) {
        super(submissions);
        this.naming = naming;
    }

    @Override
    public String formId() {
        return "project-handover-name";
    }

    @Override
    public Set<String> fields() {
        return Set.of("firstManager", "secondManager");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        naming.named(
                execution.getProcessBusinessKey(),
                form.requiredText("firstManager"),
                form.requiredText("secondManager"));
    }
}

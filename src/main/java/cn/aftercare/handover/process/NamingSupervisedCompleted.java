package cn.aftercare.handover.process;

import cn.aftercare.handover.app.PostWarrantyNaming;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Headquarters sees to it that somebody is named. */
@Component
class NamingSupervisedCompleted extends FormCompletion {

    private final PostWarrantyNaming naming;

    NamingSupervisedCompleted(FormSubmissions submissions, PostWarrantyNaming naming) {
        super(submissions);
        this.naming = naming;
    }

    @Override
    public String formId() {
        return "project-handover-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("supervision");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        naming.supervised(execution.getProcessBusinessKey(), form.requiredText("supervision"));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.PlanApproval;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** HQ files a plan with group-name projects. */
@Component
class PlanFiledCompleted extends FormCompletion {

    private final PlanApproval approval;

    PlanFiledCompleted(FormSubmissions submissions, PlanApproval approval) {
        super(submissions);
        this.approval = approval;
    }

    @Override
    public String formId() {
        return "revisit-plan-file";
    }

    @Override
    public Set<String> fields() {
        return Set.of("filingNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        approval.file(execution.getProcessBusinessKey(), form.text("filingNote").orElse(null));
    }
}

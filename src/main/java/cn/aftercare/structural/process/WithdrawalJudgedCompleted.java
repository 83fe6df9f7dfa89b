package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The warranty manager and the PMD manager each judge whether the classification is withdrawn. */
@Component
class WithdrawalJudgedCompleted extends FormCompletion {

    private final StructuralWork work;

    WithdrawalJudgedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-withdraw";
    }

    @Override
    public Set<String> fields() {
        return Set.of("agreement", "agreementRemarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean agrees = form.requiredText("agreement").equals("AGREE");
        work.withdrawalJudged(execution.getProcessBusinessKey(), agrees, form.requiredText("agreementRemarks"));
        execution.setVariable(StructuralSafety.AGREED, agrees);
    }
}

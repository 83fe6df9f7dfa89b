package cn.aftercare.agreement.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Findings;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The warranty manager confirms whose cause it was, or decides otherwise with a reason. */
@Component
class CauseConfirmedCompleted extends FormCompletion {

    private final Findings findings;

    CauseConfirmedCompleted(FormSubmissions submissions, Findings findings) {
        super(submissions);
        this.findings = findings;
    }

    @Override
    public String formId() {
        return "charge-settlement-confirm";
    }

    @Override
    public Set<String> fields() {
        return Set.of("inOurScope", "causedByUs", "repairSize", "causeCategory", "overrideReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        RepairCase c = findings.confirmCause(
                execution.getProcessBusinessKey(),
                CauseEstablishedCompleted.cause(form),
                form.text("overrideReason").orElse(null));
        execution.setVariable(ChargeSettlement.INSIDE_PERIOD, c.entitlement().insidePeriod());
        execution.setVariable(ChargeSettlement.OUR_SCOPE, c.ourScope());
        execution.setVariable(ChargeSettlement.OUR_CAUSE, c.ourCause().name());
    }
}

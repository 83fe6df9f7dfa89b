package cn.aftercare.agreement.process;

import cn.aftercare.commitment.Severity;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.app.Findings;
import cn.aftercare.repair.app.Findings.Cause;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The engineer says afterwards whose cause a danger was. */
@Component
class CauseEstablishedCompleted extends FormCompletion {

    private final Findings findings;

    CauseEstablishedCompleted(FormSubmissions submissions, Findings findings) {
        super(submissions);
        this.findings = findings;
    }

    @Override
    public String formId() {
        return "charge-settlement-cause";
    }

    @Override
    public Set<String> fields() {
        return Set.of("surveyedAt", "inOurScope", "causedByUs", "repairSize", "causeCategory", "evidence");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        findings.establishCause(
                execution.getProcessBusinessKey(),
                form.requiredInstant("surveyedAt"),
                cause(form),
                form.requiredText("evidence"));
    }

    static Cause cause(Submission form) {
        return new Cause(
                form.flag("inOurScope"),
                form.requiredCode("causedByUs", OurCause.class),
                form.requiredCode("repairSize", Severity.class),
                form.requiredCode("causeCategory", DefectCategory.class));
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.commitment.Severity;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Findings;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The warranty manager confirms the findings, or decides otherwise with a reason. */
@Component
class FindingsConfirmedCompleted extends FormCompletion {

    private final Findings findings;
    private final RepairStart start;

    FindingsConfirmedCompleted(FormSubmissions submissions, Findings findings, RepairStart start) {
        super(submissions);
        this.findings = findings;
        this.start = start;
    }

    @Override
    public String formId() {
        return "repair-confirm";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "inOurScope",
                "causedByUs",
                "repairSize",
                "causeCategory",
                "emergencyFound",
                "structuralFound",
                "overrideReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        RepairCase c = findings.confirm(
                execution.getProcessBusinessKey(),
                SiteSurveyedCompleted.conclusion(form),
                form.text("overrideReason").orElse(null));
        execution.setVariable(RepairProcess.CASE_KIND, c.kind().name());
        start.judged(c, execution);
        execution.setVariable(RepairProcess.OUR_SCOPE, c.ourScope());
        execution.setVariable(RepairProcess.OUR_CAUSE, c.ourCause().name());
        execution.setVariable(RepairProcess.MAJOR, c.severity() == Severity.MAJOR);
    }
}

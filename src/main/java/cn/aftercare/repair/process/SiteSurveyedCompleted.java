package cn.aftercare.repair.process;

import cn.aftercare.commitment.Severity;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Finding.Conclusion;
import cn.aftercare.repair.OurCause;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.Findings;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The engineer proposes scope, cause and size from the site; a danger leaves the ordinary flow at once. */
@Component
class SiteSurveyedCompleted extends FormCompletion {

    private final Findings findings;

    SiteSurveyedCompleted(FormSubmissions submissions, Findings findings) {
        super(submissions);
        this.findings = findings;
    }

    @Override
    public String formId() {
        return "repair-survey";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "surveyedAt",
                "inOurScope",
                "causedByUs",
                "repairSize",
                "causeCategory",
                "emergencyFound",
                "structuralFound",
                "repairMethod",
                "evidence");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        RepairCase c = findings.survey(
                execution.getProcessBusinessKey(),
                form.requiredInstant("surveyedAt"),
                conclusion(form),
                form.requiredText("repairMethod"),
                form.requiredText("evidence"));
        execution.setVariable(RepairProcess.CASE_KIND, c.kind().name());
    }

    static Conclusion conclusion(Submission form) {
        return new Conclusion(
                form.flag("inOurScope"),
                form.requiredCode("causedByUs", OurCause.class),
                form.requiredCode("repairSize", Severity.class),
                form.requiredCode("causeCategory", DefectCategory.class),
                form.flag("emergencyFound"),
                form.flag("structuralFound"));
    }
}

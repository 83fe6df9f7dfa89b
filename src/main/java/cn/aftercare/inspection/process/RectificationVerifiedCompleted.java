package cn.aftercare.inspection.process;

import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.app.FindingWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The checkers verify a rectification or send it back. */
@Component
class RectificationVerifiedCompleted extends FormCompletion {

    private final FindingWork work;
    private final InspectionVariables variables;

    RectificationVerifiedCompleted(FormSubmissions submissions, FindingWork work, InspectionVariables variables) {
        super(submissions);
        this.work = work;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "spot-check-verify";
    }

    @Override
    public Set<String> fields() {
        return Set.of("verdict", "verifyRemarks", "newDeadline");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean accepted = form.requiredText("verdict").equals("ACCEPTED");
        SpotFinding finding = work.verified(
                (String) execution.getVariable(SpotCheckProcess.FINDING_NO),
                accepted,
                form.text("verifyRemarks").orElse(null),
                form.date("newDeadline").orElse(null));
        execution.setVariable(SpotCheckProcess.RECTIFY_ACCEPTED, accepted);
        if (!accepted) {
            execution.setVariables(variables.rectification(finding));
        }
    }
}

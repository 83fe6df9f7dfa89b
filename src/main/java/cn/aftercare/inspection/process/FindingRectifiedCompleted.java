package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.FindingWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The project's people rectified a finding. */
@Component
class FindingRectifiedCompleted extends FormCompletion {

    private final FindingWork work;
    private final InspectionVariables variables;

    FindingRectifiedCompleted(FormSubmissions submissions, FindingWork work, InspectionVariables variables) {
        super(submissions);
        this.work = work;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "spot-check-rectify";
    }

    @Override
    public Set<String> fields() {
        return Set.of("rectifiedAt", "responsible", "measure", "evidence");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.rectified(
                (String) execution.getVariable(SpotCheckProcess.FINDING_NO),
                form.requiredInstant("rectifiedAt"),
                form.requiredText("responsible"),
                form.requiredText("measure"),
                form.text("evidence").orElse(null));
        execution.setVariables(variables.verification());
    }
}

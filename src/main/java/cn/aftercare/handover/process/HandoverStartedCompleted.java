package cn.aftercare.handover.process;

import cn.aftercare.handover.Handover;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The completion acceptance is recorded. */
@Component
class HandoverStartedCompleted extends FormCompletion {

    private final Handovers handovers;

    HandoverStartedCompleted(FormSubmissions submissions, Handovers handovers) {
        super(submissions);
        this.handovers = handovers;
    }

    @Override
    public String formId() {
        return "project-handover-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("projectCode", "acceptedOn");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Handover handover = handovers.start(
                form.requiredText("projectCode"), form.date("acceptedOn").orElseThrow());
        execution.setProcessBusinessKey(handover.number());
        execution.setVariable(ProjectHandoverProcess.CASE_NO, handover.number());
        execution.setVariable(ProjectHandoverProcess.UNIT, handover.unit());
        execution.setVariable(ProjectHandoverProcess.PROJECT_CODE, handover.projectCode());
        execution.setVariable(
                ProjectHandoverProcess.PROJECT_NAME, handovers.project(handover).name());
    }
}

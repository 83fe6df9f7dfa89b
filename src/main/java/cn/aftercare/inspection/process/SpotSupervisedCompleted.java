package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckDeadlines;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A manager sees to a check, rectification or verification that is late. */
@Component
class SpotSupervisedCompleted extends FormCompletion {

    private final CheckDeadlines deadlines;

    SpotSupervisedCompleted(FormSubmissions submissions, CheckDeadlines deadlines) {
        super(submissions);
        this.deadlines = deadlines;
    }

    @Override
    public String formId() {
        return "spot-check-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("supervision");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean rectifying = execution.getCurrentActivityId().equals("Task_SuperviseRectify");
        String finding = (String) execution.getVariable(SpotCheckProcess.FINDING_NO);
        deadlines.supervised(
                finding == null ? execution.getProcessBusinessKey() : finding,
                !rectifying,
                form.requiredText("supervision"));
    }
}

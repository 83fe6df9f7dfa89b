package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.app.QualitySteps;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Somebody sees to a step that is late. */
@Component
class StepSupervisedCompleted extends FormCompletion {

    private final QualitySteps steps;

    StepSupervisedCompleted(FormSubmissions submissions, QualitySteps steps) {
        super(submissions);
        this.steps = steps;
    }

    @Override
    public String formId() {
        return "quality-clock-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("measures");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        steps.supervised((Long) execution.getVariable(QualityClock.STEP_ID), form.requiredText("measures"));
    }
}

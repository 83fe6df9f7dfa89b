package cn.aftercare.quality.process;

import cn.aftercare.quality.app.QualitySteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds whoever has to take the step. */
@Component
class RemindStepDelegate implements JavaDelegate {

    private final QualitySteps steps;

    RemindStepDelegate(QualitySteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.remind((Long) execution.getVariable(QualityClock.STEP_ID));
    }
}

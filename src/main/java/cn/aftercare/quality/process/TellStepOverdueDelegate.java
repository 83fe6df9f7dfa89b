package cn.aftercare.quality.process;

import cn.aftercare.quality.app.QualitySteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who see to it that a step is late. */
@Component
class TellStepOverdueDelegate implements JavaDelegate {

    private final QualitySteps steps;

    TellStepOverdueDelegate(QualitySteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.overdue((Long) execution.getVariable(QualityClock.STEP_ID));
    }
}

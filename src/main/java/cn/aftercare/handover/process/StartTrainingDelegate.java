package cn.aftercare.handover.process;

import cn.aftercare.handover.app.Handovers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The warranty file stands: the owner is to be trained. */
@Component
class StartTrainingDelegate implements JavaDelegate {

    private final Handovers handovers;

    StartTrainingDelegate(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handovers.startTraining(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.training.process;

import cn.aftercare.training.app.TrainingDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the unit's manager that a training is late. */
@Component
class TellTrainingLateDelegate implements JavaDelegate {

    private final TrainingDeadlines trainingDeadlines;

    TellTrainingLateDelegate(TrainingDeadlines trainingDeadlines) {
        this.trainingDeadlines = trainingDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        trainingDeadlines.late(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.training.process;

import cn.aftercare.training.app.TrainingDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds of a training that is due soon. */
@Component
class RemindTrainingDelegate implements JavaDelegate {

    private final TrainingDeadlines trainingDeadlines;

    RemindTrainingDelegate(TrainingDeadlines trainingDeadlines) {
        this.trainingDeadlines = trainingDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        trainingDeadlines.remind(execution.getProcessBusinessKey());
    }
}

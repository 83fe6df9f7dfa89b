package cn.aftercare.training.process;

import cn.aftercare.training.app.TrainingClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the record of a training. */
@Component
class ArchiveTrainingDelegate implements JavaDelegate {

    private final TrainingClosing trainingClosing;

    ArchiveTrainingDelegate(TrainingClosing trainingClosing) {
        this.trainingClosing = trainingClosing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        trainingClosing.archive(execution.getProcessBusinessKey());
    }
}

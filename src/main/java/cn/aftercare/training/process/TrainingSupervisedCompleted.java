package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.training.app.TrainingDeadlines;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The manager sees to a training that is late. */
@Component
class TrainingSupervisedCompleted extends FormCompletion {

    private final TrainingDeadlines trainingDeadlines;

    TrainingSupervisedCompleted(FormSubmissions submissions, TrainingDeadlines trainingDeadlines) {
        super(submissions);
        this.trainingDeadlines = trainingDeadlines;
    }

    @Override
    public String formId() {
        return "owner-training-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("supervision");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        trainingDeadlines.supervised(execution.getProcessBusinessKey(), form.requiredText("supervision"));
    }
}

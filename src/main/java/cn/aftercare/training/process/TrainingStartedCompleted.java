package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingSubject;
import cn.aftercare.training.app.TrainingOpening;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Somebody asked for a training. */
@Component
class TrainingStartedCompleted extends FormCompletion {

    private final TrainingOpening trainingOpening;
    private final TrainingVariables trainingVariables;

    TrainingStartedCompleted(
            FormSubmissions submissions, TrainingOpening trainingOpening, TrainingVariables trainingVariables) {
        super(submissions);
        this.trainingOpening = trainingOpening;
        this.trainingVariables = trainingVariables;
    }

    @Override
    public String formId() {
        return "owner-training-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("projectCode", "subject", "occasion");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Training training = trainingOpening.byHand(
                form.requiredText("projectCode"),
                form.requiredCode("subject", TrainingSubject.class),
                form.requiredText("occasion"));
        execution.setProcessBusinessKey(training.number());
        execution.setVariables(trainingVariables.of(training));
    }
}

package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.training.Training;
import cn.aftercare.training.app.TrainingWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner signed the training off. */
@Component
class TrainingSignedCompleted extends FormCompletion {

    private final TrainingWork trainingWork;

    TrainingSignedCompleted(FormSubmissions submissions, TrainingWork trainingWork) {
        super(submissions);
        this.trainingWork = trainingWork;
    }

    @Override
    public String formId() {
        return "owner-training-sign";
    }

    @Override
    public Set<String> fields() {
        return Set.of("signedBy", "signedOn");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        trainingWork.signed(
                execution.getProcessBusinessKey(),
                new Training.SignOff(
                        form.requiredText("signedBy"), form.date("signedOn").orElseThrow()));
    }
}

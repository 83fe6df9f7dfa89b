package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.training.TrainingPolicy;
import cn.aftercare.training.app.TrainingWork;
import java.time.LocalDate;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Who teaches the next round, and when. */
@Component
class TrainerNamedCompleted extends FormCompletion {

    private final TrainingWork trainingWork;

    TrainerNamedCompleted(FormSubmissions submissions, TrainingWork trainingWork) {
        super(submissions);
        this.trainingWork = trainingWork;
    }

    @Override
    public String formId() {
        return "owner-training-trainer";
    }

    @Override
    public Set<String> fields() {
        return Set.of("trainer", "plannedOn", "place");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String trainer = form.requiredText("trainer");
        LocalDate plannedOn = form.date("plannedOn").orElseThrow();
        trainingWork.trainerNamed(execution.getProcessBusinessKey(), trainer, plannedOn, form.requiredText("place"));
        execution.setVariable(OwnerTrainingProcess.TRAINER_ID, trainer);
        execution.setVariable(OwnerTrainingProcess.COURSE_DUE_AT, Date.from(TrainingPolicy.Rule.endOf(plannedOn)));
    }
}

package cn.aftercare.training.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.training.Training;
import cn.aftercare.training.app.TrainingWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Manual, outline and hand-outs are ready. */
@Component
class MaterialsPreparedCompleted extends FormCompletion {

    private final TrainingWork trainingWork;

    MaterialsPreparedCompleted(FormSubmissions submissions, TrainingWork trainingWork) {
        super(submissions);
        this.trainingWork = trainingWork;
    }

    @Override
    public String formId() {
        return "owner-training-prepare";
    }

    @Override
    public Set<String> fields() {
        return Set.of("manualVersion", "outlineVersion");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        trainingWork.prepared(
                execution.getProcessBusinessKey(),
                new Training.Materials(form.requiredText("manualVersion"), form.requiredText("outlineVersion")));
    }
}

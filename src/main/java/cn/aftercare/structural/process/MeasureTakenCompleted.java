package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A safety measure was taken, with photo and time, never waiting for the report. */
@Component
class MeasureTakenCompleted extends FormCompletion {

    private final StructuralWork work;

    MeasureTakenCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-measure";
    }

    @Override
    public Set<String> fields() {
        return Set.of("takenAt", "measure", "furtherMeasures");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.measureTaken(
                execution.getProcessBusinessKey(), form.requiredInstant("takenAt"), form.requiredText("measure"));
        execution.setVariable(StructuralSafety.MORE_MEASURES, form.flag("furtherMeasures"));
    }
}

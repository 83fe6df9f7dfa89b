package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.app.QualityWork;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Whoever is responsible reports a measure done. */
@Component
class MeasureCarriedOutCompleted extends FormCompletion {

    private final QualityWork work;

    MeasureCarriedOutCompleted(FormSubmissions submissions, QualityWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "quality-feedback-measure";
    }

    @Override
    public Set<String> fields() {
        return Set.of("result");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Instant effectAt = work.carriedOut(StepStarted.idOf(execution), form.requiredText("result"));
        execution.setVariable(QualityFeedback.EFFECT_AT, Date.from(effectAt));
    }
}

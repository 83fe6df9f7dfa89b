package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.app.QualityWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The quality department finds the measures effective, or not. */
@Component
class EffectVerifiedCompleted extends FormCompletion {

    private final QualityWork work;

    EffectVerifiedCompleted(FormSubmissions submissions, QualityWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "quality-feedback-verify";
    }

    @Override
    public Set<String> fields() {
        return Set.of("effective", "finding");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean effective = form.requiredText("effective").equals("YES");
        work.verified(StepStarted.idOf(execution), effective, form.requiredText("finding"));
        execution.setVariable(QualityFeedback.EFFECTIVE, effective);
    }
}

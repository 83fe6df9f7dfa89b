package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.ToldHow;
import cn.aftercare.quality.app.QualityClosing;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The after-sales specialist has told the owner what came of it. */
@Component
class OutcomeToldCompleted extends FormCompletion {

    private final QualityClosing closing;

    OutcomeToldCompleted(FormSubmissions submissions, QualityClosing closing) {
        super(submissions);
        this.closing = closing;
    }

    @Override
    public String formId() {
        return "quality-feedback-tell";
    }

    @Override
    public Set<String> fields() {
        return Set.of("toldHow", "toldAt", "toldNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        closing.ownerTold(
                StepStarted.idOf(execution),
                form.requiredCode("toldHow", ToldHow.class),
                form.requiredInstant("toldAt"),
                form.text("toldNote").orElse(null));
    }
}

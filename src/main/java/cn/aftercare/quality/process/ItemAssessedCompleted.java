package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.quality.app.QualityWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The quality department assesses the item: departments deal with it, or nobody has to. */
@Component
class ItemAssessedCompleted extends FormCompletion {

    private final QualityWork work;

    ItemAssessedCompleted(FormSubmissions submissions, QualityWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "quality-feedback-assess";
    }

    @Override
    public Set<String> fields() {
        return Set.of("several", "assessment", "conclusion", "decision");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean needed = form.requiredText("conclusion").equals("HANDLE");
        boolean several = form.flag("several");
        String decision = needed
                ? null
                : form.text("decision").orElseThrow(() -> new InvalidInputException("decision", "不需处理的理由:必填"));
        work.assessed(StepStarted.idOf(execution), several, form.requiredText("assessment"), decision);
        execution.setVariable(QualityFeedback.ACTION_NEEDED, needed);
        execution.setVariable(QualityFeedback.SEVERAL, several);
    }
}

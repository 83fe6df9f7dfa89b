package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.VisitSurveys;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner does not answer the questionnaire; an answer ends the task by itself. */
@Component
class SurveyDeclinedCompleted extends FormCompletion {

    private final VisitSurveys surveys;

    SurveyDeclinedCompleted(FormSubmissions submissions, VisitSurveys surveys) {
        super(submissions);
        this.surveys = surveys;
    }

    @Override
    public String formId() {
        return "revisit-survey";
    }

    @Override
    public Set<String> fields() {
        return Set.of("declinedReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        surveys.declined(execution.getProcessBusinessKey(), form.requiredText("declinedReason"));
    }
}

package cn.aftercare.satisfaction.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.satisfaction.app.YearSurveys;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The quality department says what it makes of the answers. */
@Component
class YearSurveyConcludedCompleted extends FormCompletion {

    private final YearSurveys surveys;

    YearSurveyConcludedCompleted(FormSubmissions submissions, YearSurveys surveys) {
        super(submissions);
        this.surveys = surveys;
    }

    @Override
    public String formId() {
        return "satisfaction-survey-conclude";
    }

    @Override
    public Set<String> fields() {
        return Set.of("conclusion");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        surveys.concluded(EngineSurveyYearFlow.yearOf(execution), form.requiredText("conclusion"));
    }
}

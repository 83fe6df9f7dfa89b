package cn.aftercare.satisfaction.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.satisfaction.app.YearSurveys;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The quality department starts the survey of this year by hand. */
@Component
class YearSurveyStartedCompleted extends FormCompletion {

    private final YearSurveys surveys;

    YearSurveyStartedCompleted(FormSubmissions submissions, YearSurveys surveys) {
        super(submissions);
        this.surveys = surveys;
    }

    @Override
    public String formId() {
        return "satisfaction-survey-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("unit");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        var survey = surveys.startedByHand();
        execution.setProcessBusinessKey(survey.number());
        execution.setVariables(EngineSurveyYearFlow.variables(survey));
    }
}

package cn.aftercare.satisfaction.process;

import cn.aftercare.satisfaction.app.YearSurveys;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the survey of this year. */
@Component
class StartYearSurveyDelegate implements JavaDelegate {

    private final YearSurveys surveys;

    StartYearSurveyDelegate(YearSurveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        surveys.startDue();
    }
}

package cn.aftercare.satisfaction.process;

import cn.aftercare.satisfaction.app.YearSurveys;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a batch of questionnaires. */
@Component
class OpenQuestionnairesDelegate implements JavaDelegate {

    private final YearSurveys surveys;

    OpenQuestionnairesDelegate(YearSurveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SatisfactionSurvey.ALL_OPENED, surveys.openNext(EngineSurveyYearFlow.yearOf(execution)));
    }
}

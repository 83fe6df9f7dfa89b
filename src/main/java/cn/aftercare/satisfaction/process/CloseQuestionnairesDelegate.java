package cn.aftercare.satisfaction.process;

import cn.aftercare.satisfaction.app.YearSurveys;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records a batch of questionnaires as not answered. */
@Component
class CloseQuestionnairesDelegate implements JavaDelegate {

    private final YearSurveys surveys;

    CloseQuestionnairesDelegate(YearSurveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(SatisfactionSurvey.ALL_CLOSED, surveys.closeNext(EngineSurveyYearFlow.yearOf(execution)));
    }
}

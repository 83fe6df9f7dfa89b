package cn.aftercare.satisfaction.process;

import cn.aftercare.satisfaction.app.YearSurveys;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends or chases a batch of questionnaires; after the last one the next round has its time. */
@Component
class SendQuestionnairesDelegate implements JavaDelegate {

    private final YearSurveys surveys;

    SendQuestionnairesDelegate(YearSurveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        int year = EngineSurveyYearFlow.yearOf(execution);
        int round = (Integer) execution.getVariable(SatisfactionSurvey.ROUND);
        boolean all = surveys.sendNext(year, round);
        execution.setVariable(SatisfactionSurvey.ALL_SENT, all);
        if (all) {
            execution.setVariable(SatisfactionSurvey.ROUND, round + 1);
            execution.setVariable(SatisfactionSurvey.CHASE_AT, Date.from(surveys.nextChase(year)));
        }
    }
}

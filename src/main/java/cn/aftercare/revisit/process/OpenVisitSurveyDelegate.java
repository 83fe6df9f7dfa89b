package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.VisitSurveys;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the questionnaire of the visit. */
@Component
class OpenVisitSurveyDelegate implements JavaDelegate {

    private final VisitSurveys surveys;

    OpenVisitSurveyDelegate(VisitSurveys surveys) {
        this.surveys = surveys;
    }

    @Override
    public void execute(DelegateExecution execution) {
        surveys.open(execution.getProcessBusinessKey());
    }
}

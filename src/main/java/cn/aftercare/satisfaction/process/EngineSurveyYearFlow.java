package cn.aftercare.satisfaction.process;

import cn.aftercare.organisation.Actor;
import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.satisfaction.YearSurvey;
import cn.aftercare.satisfaction.app.SurveyYearFlow;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the instance of a yearly survey, one of headquarters. */
@Component
class EngineSurveyYearFlow implements SurveyYearFlow {

    private final RuntimeService runtime;
    private final SystemAccess system;

    EngineSurveyYearFlow(RuntimeService runtime, SystemAccess system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void start(YearSurvey survey) {
        system.run(() -> runtime.createMessageCorrelation(SatisfactionSurvey.DUE)
                .processInstanceBusinessKey(survey.number())
                .setVariables(variables(survey))
                .correlateStartMessage());
    }

    static Map<String, Object> variables(YearSurvey survey) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(SatisfactionSurvey.CASE_NO, survey.number());
        variables.put(SatisfactionSurvey.UNIT, Actor.HQ);
        variables.put(SatisfactionSurvey.PROJECT_NAME, survey.year() + "年度满意度调查");
        variables.put(SatisfactionSurvey.YEAR, survey.year());
        variables.put(SatisfactionSurvey.ROUND, 1);
        variables.put(SatisfactionSurvey.CLOSE_AT, Date.from(survey.closesAt()));
        return variables;
    }

    static int yearOf(org.camunda.bpm.engine.delegate.DelegateExecution execution) {
        return (Integer) execution.getVariable(SatisfactionSurvey.YEAR);
    }
}

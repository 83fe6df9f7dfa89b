package cn.aftercare.satisfaction.app;

import cn.aftercare.satisfaction.YearSurvey;

/** The flow of a yearly survey; in the engine {@code satisfaction-survey}. */
public interface SurveyYearFlow {

    void start(YearSurvey survey);
}

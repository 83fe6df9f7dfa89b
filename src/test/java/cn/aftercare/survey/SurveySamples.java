package cn.aftercare.survey;

import java.util.EnumMap;
import java.util.Map;

/** Answers for tests. */
public final class SurveySamples {

    private SurveySamples() {}

    /** In the order of the form. */
    public static SurveyAnswers answers(int... points) {
        Map<SurveyFactor, SurveyScore> scores = new EnumMap<>(SurveyFactor.class);
        for (SurveyFactor factor : SurveyFactor.values()) {
            scores.put(factor, SurveyScore.of(points[factor.ordinal()]).orElseThrow());
        }
        return new SurveyAnswers(scores);
    }

    /** The worked example of the rules: 78.00. */
    public static SurveyAnswers example() {
        return answers(80, 100, 80, 60, 80, 80, 30, 80, 80, 80);
    }
}

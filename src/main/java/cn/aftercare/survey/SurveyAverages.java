package cn.aftercare.survey;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * Several answers in one figure each, two decimals half up.
 *
 * @param surveys how many answers, at least one
 * @param total average 合计
 * @param points average score of each factor, unweighted
 */
public record SurveyAverages(int surveys, BigDecimal total, Map<SurveyFactor, BigDecimal> points) {

    /** @throws IllegalArgumentException there are no answers, and so no average */
    public static SurveyAverages of(Collection<SurveyAnswers> answers) {
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("no answers");
        }
        BigDecimal total = answers.stream().map(SurveyAnswers::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<SurveyFactor, BigDecimal> points = new EnumMap<>(SurveyFactor.class);
        for (SurveyFactor factor : SurveyFactor.values()) {
            long sum = answers.stream().mapToLong(a -> a.score(factor).points()).sum();
            points.put(factor, average(BigDecimal.valueOf(sum), answers.size()));
        }
        return new SurveyAverages(answers.size(), average(total, answers.size()), points);
    }

    private static BigDecimal average(BigDecimal sum, int count) {
        return sum.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
    }
}

package cn.aftercare.survey;

import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A score for every factor. A blank is not 0, so incomplete answers do not exist.
 *
 * @param scores all ten
 */
public record SurveyAnswers(Map<SurveyFactor, SurveyScore> scores) {

    private static final int DECIMALS = 2;

    /** @throws InvalidInputException naming every factor without a score */
    public SurveyAnswers {
        Map<SurveyFactor, SurveyScore> given = scores;
        List<FieldError> blank = Arrays.stream(SurveyFactor.values())
                .filter(factor -> given.get(factor) == null)
                .map(SurveyAnswers::blank)
                .toList();
        if (!blank.isEmpty()) {
            throw new InvalidInputException(blank);
        }
        scores = Collections.unmodifiableMap(new EnumMap<>(given));
    }

    static FieldError blank(SurveyFactor factor) {
        return new FieldError(factor.name(), factor.label() + ":请选择");
    }

    public SurveyScore score(SurveyFactor factor) {
        return scores.get(factor);
    }

    /** 加权分值: weight × score, two decimals half up. */
    public BigDecimal weighted(SurveyFactor factor) {
        return factor.weight()
                .multiply(BigDecimal.valueOf(score(factor).points()))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** 合计: from 0.00 to 100.00, two decimals. */
    public BigDecimal total() {
        return Arrays.stream(SurveyFactor.values()).map(this::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}

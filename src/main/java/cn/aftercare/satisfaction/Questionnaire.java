package cn.aftercare.satisfaction;

import cn.aftercare.survey.SurveyStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The questionnaire of one project in a yearly survey.
 *
 * @param mail where it was sent to last, or null: it has to be handed out on paper
 * @param failure why the mail could not be sent
 * @param rounds how many times it was the turn of this owner: sent first, then chased
 */
public record Questionnaire(
        String surveyNo,
        String projectCode,
        String projectName,
        String unit,
        SurveyStatus status,
        @Nullable BigDecimal total,
        @Nullable String mail,
        @Nullable Instant sentAt,
        @Nullable String failure,
        @Nullable Instant chasedAt,
        int rounds) {}

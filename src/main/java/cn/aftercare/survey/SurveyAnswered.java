package cn.aftercare.survey;

import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that keeps an owner's answer.
 *
 * @param dossierNo number of the visit the survey belongs to, or null
 */
public record SurveyAnswered(String surveyNo, @Nullable String dossierNo) {}

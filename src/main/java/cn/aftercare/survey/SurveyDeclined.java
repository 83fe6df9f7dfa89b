package cn.aftercare.survey;

import org.jspecify.annotations.Nullable;

/**
 * Published in the transaction that notes that an owner does not answer.
 *
 * @param dossierNo number of the visit the survey belongs to, or null
 */
public record SurveyDeclined(String surveyNo, @Nullable String dossierNo, String reason) {}

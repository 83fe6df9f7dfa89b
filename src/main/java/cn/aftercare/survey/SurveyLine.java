package cn.aftercare.survey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A survey in a list, beside what people call its project; source, total and filledOn once it is answered. */
public record SurveyLine(
        String surveyNo,
        String projectCode,
        String projectName,
        String unit,
        @Nullable String dossierNo,
        int year,
        Instant openedAt,
        SurveyStatus status,
        @Nullable SurveySource source,
        @Nullable BigDecimal total,
        @Nullable LocalDate filledOn) {}

package cn.aftercare.record;

import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveySource;

/** One answered survey in the satisfaction workbook. */
public record SatisfactionRow(
        String surveyNo,
        int year,
        String unitName,
        String projectCode,
        String projectName,
        String ownerName,
        SurveySource source,
        SurveyReply reply) {}

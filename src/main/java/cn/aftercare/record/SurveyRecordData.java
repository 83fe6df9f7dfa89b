package cn.aftercare.record;

import cn.aftercare.survey.SurveyReply;
import java.time.Instant;

/**
 * What stands on 《项目满意度调查记录表》 (R-56..58).
 *
 * @param recordNo {@code MYDJL-…}
 * @param contact 联系方式: whom to reach at the owner's, and how
 * @param origin how the answer came in, e.g. 由王芳据纸质调查表录入
 * @param createdAt when the record is drawn up
 */
public record SurveyRecordData(
        String recordNo,
        String surveyNo,
        String projectName,
        String ownerName,
        String contact,
        String projectManager,
        SurveyReply reply,
        String origin,
        Instant createdAt) {}

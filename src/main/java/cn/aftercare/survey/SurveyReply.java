package cn.aftercare.survey;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an owner has written on the questionnaire (R-56..58).
 *
 * @param remarks 其它需要说明的情况
 * @param filledBy 填表人
 * @param phone 联系电话
 * @param filledOn 填写日期, Asia/Shanghai
 * @param signed who signed or stamped the paper 业主(或监理)签章; null when filled in online
 */
public record SurveyReply(
        SurveyAnswers answers,
        @Nullable String remarks,
        String filledBy,
        @Nullable String phone,
        LocalDate filledOn,
        @Nullable String signed) {}

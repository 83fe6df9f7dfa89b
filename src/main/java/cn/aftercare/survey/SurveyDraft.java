package cn.aftercare.survey;

import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire as somebody sent it in: anything may be missing or wrong. Errors carry the factor's name or the name of
 * the component as field.
 *
 * @param scores what stands at each factor
 * @param filledOn as 2026-01-31; only from paper
 * @param signed only from paper
 */
public record SurveyDraft(
        Map<SurveyFactor, String> scores,
        @Nullable String remarks,
        @Nullable String filledBy,
        @Nullable String phone,
        @Nullable String filledOn,
        @Nullable String signed) {

    public static final int MAX_REMARKS = 2000;
    public static final int MAX_NAME = 100;
    public static final int MAX_PHONE = 50;

    private static final Pattern PHONE = Pattern.compile("[0-9+()（）\\-—转# ]{5," + MAX_PHONE + "}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t\n]]");

    public SurveyDraft {
        scores = Map.copyOf(scores);
    }

    /**
     * The reply of an owner who filled it in today.
     *
     * @throws InvalidInputException naming every field that is wrong
     */
    public SurveyReply online(LocalDate today) {
        List<FieldError> errors = new ArrayList<>();
        return reply(today, null, errors);
    }

    /**
     * The reply typed in from paper.
     *
     * @param today in Asia/Shanghai; paper is at most a year old
     * @param alsoWrong what else is wrong with the entry, told together with the fields
     * @throws InvalidInputException naming every field that is wrong
     */
    public SurveyReply onPaper(LocalDate today, List<FieldError> alsoWrong) {
        List<FieldError> errors = new ArrayList<>(alsoWrong);
        String signedBy = required("signed", "业主(或监理)签章", signed, errors);
        return reply(day(today, errors), signedBy, errors);
    }

    private SurveyReply reply(@Nullable LocalDate day, @Nullable String signedBy, List<FieldError> errors) {
        Map<SurveyFactor, SurveyScore> chosen = chosen(errors);
        String said = text("remarks", "其它需要说明的情况", remarks, MAX_REMARKS, errors);
        String name = required("filledBy", "填表人", filledBy, errors);
        String number = text("phone", "联系电话", phone, MAX_PHONE, errors);
        if (number != null
                && number.length() <= MAX_PHONE
                && !PHONE.matcher(number).matches()) {
            errors.add(new FieldError("phone", "联系电话:应为5至50位的电话号码"));
        }
        if (!errors.isEmpty() || name == null || day == null) {
            throw new InvalidInputException(errors);
        }
        return new SurveyReply(new SurveyAnswers(chosen), said, name, number, day, signedBy);
    }

    private Map<SurveyFactor, SurveyScore> chosen(List<FieldError> errors) {
        Map<SurveyFactor, SurveyScore> chosen = new EnumMap<>(SurveyFactor.class);
        for (SurveyFactor factor : SurveyFactor.values()) {
            String points = scores.getOrDefault(factor, "");
            if (points.isBlank()) {
                errors.add(SurveyAnswers.blank(factor));
            } else {
                SurveyScore.of(points)
                        .ifPresentOrElse(
                                score -> chosen.put(factor, score),
                                () -> errors.add(
                                        new FieldError(factor.name(), factor.label() + ":分值只能是 100、80、60、30 或 0")));
            }
        }
        return chosen;
    }

    private @Nullable LocalDate day(LocalDate today, List<FieldError> errors) {
        String wrong = "填写日期:应为 2026-01-31 写法的日期";
        if (filledOn == null || filledOn.isBlank()) {
            wrong = "填写日期:必填";
        } else {
            try {
                LocalDate day = LocalDate.parse(filledOn.strip());
                if (day.isAfter(today)) {
                    wrong = "填写日期:不能晚于今天";
                } else if (day.isBefore(today.minusYears(1))) {
                    wrong = "填写日期:不能早于一年前";
                } else {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // reported below
            }
        }
        errors.add(new FieldError("filledOn", wrong));
        return null;
    }

    private static @Nullable String required(
            String field, String label, @Nullable String value, List<FieldError> errors) {
        String text = text(field, label, value, MAX_NAME, errors);
        if (text == null) {
            errors.add(new FieldError(field, label + ":必填"));
        }
        return text;
    }

    /** Browsers send line breaks as two characters but count them as one. */
    private static @Nullable String text(
            String field, String label, @Nullable String value, int max, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.replace("\r\n", "\n").strip();
        if (text.length() > max) {
            errors.add(new FieldError(field, label + ":不能超过" + max + "个字"));
        }
        if (CONTROL.matcher(text).find()) {
            errors.add(new FieldError(field, label + ":不能含有控制字符"));
        }
        return text;
    }
}

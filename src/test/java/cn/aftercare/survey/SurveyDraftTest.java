package cn.aftercare.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyDraftTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static Map<SurveyFactor, String> scores() {
        Map<SurveyFactor, String> scores = new EnumMap<>(SurveyFactor.class);
        for (SurveyFactor factor : SurveyFactor.values()) {
            scores.put(factor, "80");
        }
        return scores;
    }

    private static SurveyDraft draft(
            @Nullable String remarks, @Nullable String filledBy, @Nullable String phone, @Nullable String day) {
        return new SurveyDraft(scores(), remarks, filledBy, phone, day, "周敏(章)");
    }

    @Test
    void onlineTheDayIsTodayAndNobodySigns() {
        SurveyReply reply = draft(" 很好\r\n谢谢 ", " 周敏 ", "", "2020-01-01").online(TODAY);

        assertThat(reply)
                .isEqualTo(new SurveyReply(
                        SurveySamples.answers(80, 80, 80, 80, 80, 80, 80, 80, 80, 80),
                        "很好\n谢谢",
                        "周敏",
                        null,
                        TODAY,
                        null));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        Map<SurveyFactor, String> scores = scores();
        scores.put(SurveyFactor.QUALITY, "50");
        scores.put(SurveyFactor.SAFETY, " ");
        SurveyDraft draft = new SurveyDraft(scores, null, null, "12", "1.3.2026", " ");

        assertThat(errors(draft, List.of(new FieldError("paper", "没有原件"))))
                .containsExactlyInAnyOrder(
                        "paper 没有原件",
                        "QUALITY 项目施工质量:分值只能是 100、80、60、30 或 0",
                        "SAFETY 项目安全管理:请选择",
                        "filledBy 填表人:必填",
                        "phone 联系电话:应为5至50位的电话号码",
                        "filledOn 填写日期:应为 2026-01-31 写法的日期",
                        "signed 业主(或监理)签章:必填");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2026-03-01, -",
                "2026-03-02, 填写日期:不能晚于今天",
                "2025-03-01, -",
                "2025-02-28, 填写日期:不能早于一年前",
                "2026-02-30, 填写日期:应为 2026-01-31 写法的日期",
                "-, 填写日期:必填"
            })
    void paperIsFromTheLastYear(@Nullable String day, @Nullable String wrong) {
        List<String> errors = errors(draft(null, "周敏", null, day), List.of());

        assertThat(errors).isEqualTo(wrong == null ? List.of() : List.of("filledOn " + wrong));
    }

    @Test
    void lengthsEndWhereTheColumnsEnd() {
        assertThat(errors(draft("字".repeat(2000), "名".repeat(100), "1".repeat(50), "2026-03-01"), List.of()))
                .isEmpty();
        assertThat(errors(draft("字".repeat(2001), "名".repeat(101), "1".repeat(51), "2026-03-01"), List.of()))
                .containsExactlyInAnyOrder(
                        "remarks 其它需要说明的情况:不能超过2000个字", "filledBy 填表人:不能超过100个字", "phone 联系电话:不能超过50个字");
        // A line break counts once, as in the browser.
        assertThat(errors(draft("字".repeat(1000) + "\r\n" + "字".repeat(999), "周敏", null, "2026-03-01"), List.of()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000000", "025-8888 6666转12", "(025)86666666", "+86 138 0000 0000", "12345"})
    void telephoneNumbersAreWrittenInManyWays(String phone) {
        assertThat(errors(draft(null, "周敏", phone, "2026-03-01"), List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "没有", "138000<b>"})
    void otherTextIsNoTelephoneNumber(String phone) {
        assertThat(errors(draft(null, "周敏", phone, "2026-03-01"), List.of()))
                .containsExactly("phone 联系电话:应为5至50位的电话号码");
    }

    @Test
    void controlCharactersAreRefused() {
        assertThat(errors(draft("a\u0007b", "周\u001B敏", null, "2026-03-01"), List.of()))
                .containsExactlyInAnyOrder("remarks 其它需要说明的情况:不能含有控制字符", "filledBy 填表人:不能含有控制字符");
        assertThat(errors(draft("a\tb\nc", "周敏", null, "2026-03-01"), List.of()))
                .isEmpty();
    }

    private static List<String> errors(SurveyDraft draft, List<FieldError> more) {
        InvalidInputException refused =
                catchThrowableOfType(InvalidInputException.class, () -> draft.onPaper(TODAY, more));
        return refused == null
                ? List.of()
                : refused.errors().stream()
                        .map(e -> e.field() + " " + e.message())
                        .toList();
    }
}

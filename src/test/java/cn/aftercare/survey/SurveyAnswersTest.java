package cn.aftercare.survey;

import static cn.aftercare.survey.SurveySamples.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.problem.InvalidInputException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SurveyAnswersTest {

    @Test
    void theFactorsAndWeightsAreTheDocuments() {
        assertThat(Arrays.stream(SurveyFactor.values()).map(f -> f.label() + " " + f.weight()))
                .containsExactly(
                        "项目人员与业主/总包的沟通 0.10",
                        "项目施工质量 0.20",
                        "项目人员工作态度 0.10",
                        "项目人员处理问题的能力 0.05",
                        "项目施工准备和各项方案的制定 0.05",
                        "项目工期 0.10",
                        "项目安全管理 0.10",
                        "项目文明施工 0.10",
                        "项目的环境保护 0.10",
                        "项目与周边的协调工作 0.10");
        assertThat(Arrays.stream(SurveyFactor.values())
                        .map(SurveyFactor::weight)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(new BigDecimal("1.00"));
    }

    @Test
    void theWorkedExample() {
        SurveyAnswers answers = answers(80, 100, 80, 60, 80, 80, 30, 80, 80, 80);

        assertThat(Arrays.stream(SurveyFactor.values()).map(answers::weighted).map(BigDecimal::toPlainString))
                .containsExactly("8.00", "20.00", "8.00", "3.00", "4.00", "8.00", "3.00", "8.00", "8.00", "8.00");
        assertThat(answers.total()).isEqualTo(new BigDecimal("78.00"));
    }

    @Test
    void onlyFiveScoresExist() {
        assertThat(IntStream.rangeClosed(-1, 101)
                        .filter(points -> SurveyScore.of(points).isPresent()))
                .containsExactly(0, 30, 60, 80, 100);
        assertThat(List.of("100", "80", "60", "30", "0"))
                .allMatch(text -> SurveyScore.of(text).isPresent());
        assertThat(List.of("", " ", "50", "080", "80.0", "-30", " 80", "+80", "GOOD", "\uFF18\uFF10"))
                .noneMatch(text -> SurveyScore.of(text).isPresent());
    }

    @Test
    void aBlankIsRefusedByNameAndIsNotZero() {
        Map<SurveyFactor, SurveyScore> nine =
                new EnumMap<>(answers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).scores());
        assertThat(new SurveyAnswers(nine).total()).isEqualTo(new BigDecimal("0.00"));
        nine.remove(SurveyFactor.SCHEDULE);

        assertThatThrownBy(() -> new SurveyAnswers(nine))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("项目工期:请选择");
        assertThatThrownBy(() -> new SurveyAnswers(Map.of()))
                .satisfies(e -> assertThat(((InvalidInputException) e).errors()).hasSize(10));
    }

    @Test
    void answersDoNotChangeWithTheMapTheyCameFrom() {
        Map<SurveyFactor, SurveyScore> scores =
                new EnumMap<>(answers(80, 80, 80, 80, 80, 80, 80, 80, 80, 80).scores());
        SurveyAnswers answers = new SurveyAnswers(scores);
        scores.put(SurveyFactor.QUALITY, SurveyScore.BAD);

        assertThat(answers.total()).isEqualTo(new BigDecimal("80.00"));
    }

    @Property
    void theTotalIsTheWeightedAverageToTheCent(@ForAll("complete") SurveyAnswers answers) {
        // In hundredths of hundredths, so that nothing is rounded.
        long exact = Arrays.stream(SurveyFactor.values())
                .mapToLong(f -> f.weight().movePointRight(2).longValueExact()
                        * answers.score(f).points())
                .sum();

        assertThat(answers.total()).isEqualTo(BigDecimal.valueOf(exact, 2));
        assertThat(answers.total())
                .isBetween(
                        BigDecimal.valueOf(lowest(answers)).setScale(2),
                        BigDecimal.valueOf(highest(answers)).setScale(2));
    }

    @Property
    void aBetterScoreNeverLowersTheTotal(@ForAll("complete") SurveyAnswers answers, @ForAll SurveyFactor factor) {
        Map<SurveyFactor, SurveyScore> better = new EnumMap<>(answers.scores());
        better.put(factor, SurveyScore.EXCELLENT);

        assertThat(new SurveyAnswers(better).total()).isGreaterThanOrEqualTo(answers.total());
    }

    @Property
    void equalScoresAreTheTotal(@ForAll SurveyScore score) {
        int p = score.points();
        assertThat(answers(p, p, p, p, p, p, p, p, p, p).total())
                .isEqualTo(BigDecimal.valueOf(p).setScale(2));
    }

    @Test
    void averagesRoundHalfUpAndLookAtEveryAnswer() {
        SurveyAverages averages = SurveyAverages.of(List.of(
                answers(80, 100, 80, 60, 80, 80, 30, 80, 80, 80),
                answers(100, 100, 100, 100, 100, 100, 100, 100, 100, 100),
                answers(100, 100, 100, 100, 100, 100, 100, 100, 100, 100)));

        assertThat(averages.surveys()).isEqualTo(3);
        assertThat(averages.total()).isEqualTo(new BigDecimal("92.67"));
        assertThat(averages.points().get(SurveyFactor.SAFETY)).isEqualTo(new BigDecimal("76.67"));
        assertThat(averages.points().get(SurveyFactor.COMMUNICATION)).isEqualTo(new BigDecimal("93.33"));
        assertThatThrownBy(() -> SurveyAverages.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Provide
    Arbitrary<SurveyAnswers> complete() {
        return Arbitraries.of(SurveyScore.values())
                .list()
                .ofSize(SurveyFactor.values().length)
                .map(scores ->
                        answers(scores.stream().mapToInt(SurveyScore::points).toArray()));
    }

    private static int lowest(SurveyAnswers answers) {
        return answers.scores().values().stream()
                .mapToInt(SurveyScore::points)
                .min()
                .orElseThrow();
    }

    private static int highest(SurveyAnswers answers) {
        return answers.scores().values().stream()
                .mapToInt(SurveyScore::points)
                .max()
                .orElseThrow();
    }
}

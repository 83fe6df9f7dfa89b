package cn.aftercare.quality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.DecisionTable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** rules.md, quality information: who deals with what, until when, and what becomes quality information by itself. */
class QualityDecisionsTest {

    @Test
    void everyKindOfInformationGoesToWhomTheRulesName() {
        DecisionTable routing = new DecisionTable("quality/feedback-routing");
        assertThat(routes(routing, "ORDINARY", true, false, false, false)).containsExactly("PMD");
        assertThat(routes(routing, "LARGER", false, true, false, false)).containsExactly("TECHNICAL_OFFICE");
        assertThat(routes(routing, "ORDINARY", true, true, false, false)).containsExactly("PMD", "TECHNICAL_OFFICE");
        assertThat(routes(routing, "ORDINARY", true, false, false, true)).containsExactly("PMD", "REVIEW");
        assertThat(routes(routing, "MAJOR", true, false, false, false)).containsExactly("PMD", "REVIEW");
        assertThat(routes(routing, "MAJOR", false, true, false, true)).containsExactly("TECHNICAL_OFFICE", "REVIEW");
        assertThat(routes(routing, "ORDINARY", false, false, true, false)).containsExactly("TOP_MANAGEMENT");
        assertThat(routing.unmatched()).isEmpty();
    }

    @Test
    void everyStepHasItsDays() {
        DecisionTable deadlines = new DecisionTable("quality/quality-deadlines");
        assertThat(List.of(
                        days(deadlines, "CLASSIFY", ""),
                        days(deadlines, "ASSESS", "MAJOR"),
                        days(deadlines, "ANSWER", "ORDINARY"),
                        days(deadlines, "ANSWER", "LARGER"),
                        days(deadlines, "ANSWER", "MAJOR"),
                        days(deadlines, "MEASURE", "LARGER"),
                        days(deadlines, "VERIFY", "ORDINARY"),
                        days(deadlines, "TELL", "ORDINARY"),
                        days(deadlines, "OBSERVE", "ORDINARY"),
                        days(deadlines, "OBSERVE", "LARGER"),
                        days(deadlines, "OBSERVE", "MAJOR")))
                .containsExactly("2 1", "3 1", "10 3", "5 2", "3 1", "0 2", "5 2", "3 1", "30 0", "60 0", "90 0");
        assertThat(deadlines.unmatched()).isEmpty();
    }

    @Test
    void everySignalHasItsLimit() {
        DecisionTable signals = new DecisionTable("quality/quality-signals");
        assertThat(signals.rows(Map.of("signal", "LOW_TOTAL"))).containsExactly(Map.of("limit", 70, "months", 0));
        assertThat(signals.rows(Map.of("signal", "POOR_FACTOR"))).containsExactly(Map.of("limit", 30, "months", 0));
        assertThat(signals.rows(Map.of("signal", "REPEATED_DEFECT"))).containsExactly(Map.of("limit", 3, "months", 12));
        assertThat(signals.unmatched()).isEmpty();
    }

    @Test
    void theYearlySurveyHasItsTimes() {
        DecisionTable policy = new DecisionTable("satisfaction/satisfaction-policy");
        assertThat(policy.rows(Map.of("what", "PERIOD"))).containsExactly(Map.of("days", 45));
        assertThat(policy.rows(Map.of("what", "CHASE"))).containsExactly(Map.of("days", 14));
        assertThat(policy.unmatched()).isEmpty();
    }

    @Test
    void theSamePartIsKnownInEveryBuilding() {
        assertThat(List.of("卫生间", "3层卫生间", "12楼1203室 卫生间", "地下一层卫生间", "A栋２层-卫生间"))
                .extracting(DefectPart::of)
                .containsOnly("卫生间");
        assertThat(DefectPart.of("3层走廊")).isEqualTo("走廊");
        assertThat(DefectPart.of("3层")).isEqualTo("3层");
    }

    private static List<Object> routes(
            DecisionTable table, String grade, boolean construction, boolean design, boolean system, boolean several) {
        return table
                .rows(Map.of(
                        "grade",
                        grade,
                        "construction",
                        construction,
                        "design",
                        design,
                        "qualitySystem",
                        system,
                        "several",
                        several))
                .stream()
                .map(row -> row.get("route"))
                .toList();
    }

    private static String days(DecisionTable table, String step, String grade) {
        Map<String, Object> row =
                table.rows(Map.of("step", step, "grade", grade)).get(0);
        return row.get("days") + " " + row.get("remindDays");
    }
}

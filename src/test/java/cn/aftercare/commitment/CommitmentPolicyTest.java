package cn.aftercare.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.DecisionTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md, service commitments: everything that is promised from each event, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitmentPolicyTest {

    private DecisionTable policy;

    @BeforeAll
    void read() {
        policy = new DecisionTable("commitment/commitment-policy");
    }

    @ParameterizedTest(name = "{0} {1} {2} agreement {3} blocker {4}")
    @CsvSource(delimiter = '|', textBlock = """
            RECEIVED            | ORDINARY   | MINOR | false | false | TASK_ORDER TARGET 2 HOUR; RESPONSE HARD 24 HOUR; START HARD 3 CALENDAR_DAY; COMPLETION TARGET 24 HOUR
            RECEIVED            | ORDINARY   | MINOR | true  | false | TASK_ORDER TARGET 2 HOUR; RESPONSE HARD 24 HOUR; COMPLETION TARGET 24 HOUR
            RECEIVED            | ORDINARY   | MAJOR | false | false | TASK_ORDER TARGET 2 HOUR; RESPONSE HARD 24 HOUR; START HARD 3 CALENDAR_DAY
            RECEIVED            | ORDINARY   | MAJOR | true  | false | TASK_ORDER TARGET 2 HOUR; RESPONSE HARD 24 HOUR
            RECEIVED            | EMERGENCY  | MINOR | false | false | TASK_ORDER TARGET 2 HOUR; RESPONSE HARD 8 HOUR; ARRIVAL HARD 8 HOUR
            RECEIVED            | STRUCTURAL | MINOR | false | false | TASK_ORDER TARGET 2 HOUR; RESPONSE HARD 24 HOUR
            CLASSIFIED          | STRUCTURAL | MINOR | false | false | STRUCTURAL_REPORT TARGET 2 HOUR; STRUCTURAL_REPORT HARD 24 HOUR
            CLASSIFIED          | ORDINARY   | MINOR | false | false |
            TECHNICIAN_NOTIFIED | ORDINARY   | MINOR | false | false | APPOINTMENT HARD 24 HOUR
            TECHNICIAN_NOTIFIED | EMERGENCY  | MAJOR | true  | true  | APPOINTMENT HARD 24 HOUR
            SIGNED              | ORDINARY   | MINOR | true  | false | START HARD 3 CALENDAR_DAY
            SIGNED              | ORDINARY   | MINOR | false | false |
            SCHEME_ACCEPTED     | STRUCTURAL | MAJOR | false | false | START HARD 3 CALENDAR_DAY
            SCHEME_ACCEPTED     | ORDINARY   | MAJOR | false | false |
            STARTED             | ORDINARY   | MINOR | false | false | SAME_DAY HARD 0 CALENDAR_DAY
            STARTED             | ORDINARY   | MINOR | false | true  |
            STARTED             | EMERGENCY  | MINOR | false | false |
            STARTED             | ORDINARY   | MAJOR | false | true  | FUNCTION_RESTORED TARGET 0 CALENDAR_DAY; COMPLETION TARGET 2 WORKING_DAY; COMPLETION HARD 5 WORKING_DAY
            STARTED             | STRUCTURAL | MAJOR | false | false | FUNCTION_RESTORED TARGET 0 CALENDAR_DAY; COMPLETION TARGET 2 WORKING_DAY; COMPLETION HARD 5 WORKING_DAY
            ACCEPTED            | ORDINARY   | MINOR | false | false | POST_REPAIR_VISIT TARGET 7 CALENDAR_DAY
            ACCEPTED            | STRUCTURAL | MAJOR | true  | true  | POST_REPAIR_VISIT TARGET 7 CALENDAR_DAY
            """)
    void promises(
            Anchor anchor, CaseKind kind, Severity severity, boolean agreement, boolean blocker, String promised) {
        assertThat(policy.rows(Map.of(
                        "anchor", anchor.name(),
                        "caseKind", kind.name(),
                        "severity", severity.name(),
                        "agreement", agreement,
                        "blocker", blocker)))
                .extracting(row ->
                        "%s %s %s %s".formatted(row.get("type"), row.get("kind"), row.get("amount"), row.get("unit")))
                .containsExactlyElementsOf(promised == null ? List.of() : Arrays.asList(promised.split("; ")));
    }

    @AfterAll
    void everyRowOfTheTableHasMatched() {
        assertThat(policy.unmatched()).isEmpty();
    }
}

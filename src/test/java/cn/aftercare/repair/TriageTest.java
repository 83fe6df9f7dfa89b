package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.testing.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Structural danger before emergency, emergency before everything else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TriageTest {

    private DecisionTable triage;

    @BeforeAll
    void read() {
        triage = new DecisionTable("repair/repair-triage");
    }

    @ParameterizedTest(name = "structural {0}, emergency {1}: {2}")
    @CsvSource({
        "true, true, STRUCTURAL",
        "true, false, STRUCTURAL",
        "false, true, EMERGENCY",
        "false, false, ORDINARY",
    })
    void treats(boolean structural, boolean emergency, CaseKind kind) {
        assertThat(triage.rows(Map.of("structural", structural, "emergency", emergency)))
                .containsExactly(Map.of("caseKind", kind.name()));
    }

    @AfterAll
    void everyRowOfTheTableHasMatched() {
        assertThat(triage.unmatched()).isEmpty();
    }
}

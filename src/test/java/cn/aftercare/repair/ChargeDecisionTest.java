package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md, warranty entitlement: who pays, for every combination. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChargeDecisionTest {

    private DecisionTable decision;

    @BeforeAll
    void read() {
        decision = new DecisionTable("repair/charge-decision");
    }

    @ParameterizedTest(name = "inside {0}, our scope {1}, our cause {2}: {3}")
    @CsvSource({
        "true, true, YES, FREE",
        "true, true, UNKNOWN, FREE",
        "true, true, NO, AGREEMENT",
        "true, false, YES, AGREEMENT",
        "true, false, UNKNOWN, AGREEMENT",
        "true, false, NO, AGREEMENT",
        "false, true, YES, MATERIAL_ONLY",
        "false, true, UNKNOWN, MATERIAL_ONLY",
        "false, true, NO, MATERIAL_ONLY",
        "false, false, YES, AGREEMENT",
        "false, false, UNKNOWN, AGREEMENT",
        "false, false, NO, AGREEMENT",
    })
    void charges(boolean insidePeriod, boolean ourScope, OurCause ourCause, ChargeBasis basis) {
        assertThat(decision.rows(
                        Map.of("insidePeriod", insidePeriod, "ourScope", ourScope, "ourCause", ourCause.name())))
                .containsExactly(Map.of("chargeBasis", basis.name()));
    }

    @AfterAll
    void everyRowOfTheTableHasMatched() {
        assertThat(decision.unmatched()).isEmpty();
    }
}

package cn.aftercare.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** rules.md, escalation. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationPolicyTest {

    private DecisionTable policy;

    @BeforeAll
    void read() {
        policy = new DecisionTable("commitment/escalation-policy");
    }

    @ParameterizedTest(name = "{1} {0}: {2} {3}, {4} {5}")
    @CsvSource({
        "REMINDER, EMERGENCY, 50, PERCENT, TASK, ''",
        "REMINDER, STRUCTURAL, 50, PERCENT, TASK, ''",
        "REMINDER, ORDINARY, 75, PERCENT, TASK, ''",
        "MANAGER, EMERGENCY, 0, HOUR, PROJECT, warranty-manager",
        "MANAGER, STRUCTURAL, 0, HOUR, PROJECT, warranty-manager",
        "MANAGER, ORDINARY, 0, HOUR, PROJECT, warranty-manager",
        "PMD_MANAGER, EMERGENCY, 1, HOUR, UNIT, pmd-manager",
        "PMD_MANAGER, STRUCTURAL, 1, HOUR, UNIT, pmd-manager",
        "PMD_MANAGER, ORDINARY, 24, HOUR, UNIT, pmd-manager",
        "HQ_PMD, EMERGENCY, 2, HOUR, HQ, pmd",
        "HQ_PMD, STRUCTURAL, 2, HOUR, HQ, pmd",
        "HQ_PMD, ORDINARY, 48, HOUR, HQ, pmd",
    })
    void tells(EscalationLevel level, CaseKind kind, int amount, String unit, String scope, String role) {
        assertThat(policy.rows(Map.of("level", level.name(), "caseKind", kind.name())))
                .containsExactly(Map.of("amount", amount, "amountUnit", unit, "scope", scope, "role", role));
    }

    @AfterAll
    void everyRowOfTheTableHasMatched() {
        assertThat(policy.unmatched()).isEmpty();
    }
}

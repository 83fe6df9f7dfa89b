package cn.aftercare.satisfaction.process;

import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.satisfaction.SatisfactionPolicy;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code satisfaction-policy}. */
@Component
class DmnSatisfactionPolicy implements SatisfactionPolicy {

    private final DecisionTables decisions;

    DmnSatisfactionPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public int answerDays() {
        return days("PERIOD");
    }

    @Override
    public int chaseDays() {
        return days("CHASE");
    }

    private int days(String what) {
        Map<String, Object> row =
                decisions.evaluate("satisfaction-policy", Map.of("what", what)).get(0);
        return ((Number) row.get("days")).intValue();
    }
}

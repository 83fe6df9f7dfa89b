package cn.aftercare.handover.process;

import cn.aftercare.handover.HandoverPolicy;
import cn.aftercare.platform.decision.DecisionTables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code handover-policy}. */
@Component
class DmnHandoverPolicy implements HandoverPolicy {

    private final DecisionTables decisions;

    DmnHandoverPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule naming() {
        Map<String, Object> row = decisions
                .evaluate("handover-policy", Map.of("matter", "POST_WARRANTY"))
                .get(0);
        return new Rule(((Number) row.get("askDays")).intValue(), ((Number) row.get("dueDays")).intValue());
    }
}

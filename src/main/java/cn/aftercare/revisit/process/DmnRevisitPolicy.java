package cn.aftercare.revisit.process;

import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.revisit.RevisitPolicy;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code revisit-policy}. */
@Component
class DmnRevisitPolicy implements RevisitPolicy {

    private final DecisionTables decisions;

    DmnRevisitPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule rule(boolean inWarranty) {
        Map<String, Object> row = decisions
                .evaluate("revisit-policy", Map.of("inWarranty", inWarranty))
                .get(0);
        return new Rule(
                ((Number) row.get("intervalMonths")).intValue(), ((Number) row.get("prepareDays")).intValue(), (String)
                        row.get("team"));
    }
}

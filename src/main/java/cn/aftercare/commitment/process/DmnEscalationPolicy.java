package cn.aftercare.commitment.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.EscalationLevel;
import cn.aftercare.commitment.EscalationPolicy;
import cn.aftercare.platform.decision.DecisionTables;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code escalation-policy}. */
@Component
class DmnEscalationPolicy implements EscalationPolicy {

    private final DecisionTables decisions;

    DmnEscalationPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public int reminderPercent(CaseKind kind) {
        return ((Number) row(EscalationLevel.REMINDER, kind).get("amount")).intValue();
    }

    @Override
    public Step step(EscalationLevel level, CaseKind kind) {
        Map<String, Object> row = row(level, kind);
        return new Step(
                Duration.ofHours(((Number) row.get("amount")).longValue()),
                Scope.valueOf((String) row.get("scope")),
                (String) row.get("role"));
    }

    private Map<String, Object> row(EscalationLevel level, CaseKind kind) {
        List<Map<String, Object>> rows =
                decisions.evaluate("escalation-policy", Map.of("level", level.name(), "caseKind", kind.name()));
        if (rows.isEmpty()) {
            throw new IllegalStateException("escalation-policy has no row for " + level + " and " + kind);
        }
        return rows.get(0);
    }
}

package cn.aftercare.consultation.process;

import cn.aftercare.consultation.ConsultationKind;
import cn.aftercare.consultation.ConsultationPolicy;
import cn.aftercare.platform.decision.DecisionTables;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code consultation-policy}. */
@Component
class DmnConsultationPolicy implements ConsultationPolicy {

    private final DecisionTables decisions;

    DmnConsultationPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule rule(ConsultationKind kind) {
        Map<String, Object> row = decisions
                .evaluate("consultation-policy", Map.of("kind", kind.name()))
                .get(0);
        return new Rule(((Number) row.get("hours")).intValue(), ((Number) row.get("remindPercent")).intValue());
    }
}

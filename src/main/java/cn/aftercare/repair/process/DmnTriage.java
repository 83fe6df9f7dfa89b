package cn.aftercare.repair.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.repair.app.Triage;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code repair-triage}. */
@Component
class DmnTriage implements Triage {

    private final DecisionTables decisions;

    DmnTriage(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public CaseKind kind(boolean structural, boolean emergency) {
        return CaseKind.valueOf((String) decisions
                .evaluate("repair-triage", Map.of("structural", structural, "emergency", emergency))
                .get(0)
                .get("caseKind"));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.revisit.RevisitAuthority;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code revisit-authority}. */
@Component
class DmnRevisitAuthority implements RevisitAuthority {

    private final DecisionTables decisions;

    DmnRevisitAuthority(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule rule(ManagementMode mode) {
        Map<String, Object> row = decisions
                .evaluate("revisit-authority", Map.of("managementMode", mode.name()))
                .get(0);
        return new Rule(
                "HQ".equals(row.get("planner")),
                Boolean.TRUE.equals(row.get("supervised")),
                Boolean.TRUE.equals(row.get("filed")));
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.CheckItem;
import cn.aftercare.inspection.CheckTemplate;
import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.project.ManagementMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code inspection-checklist}. */
@Component
class DmnCheckTemplate implements CheckTemplate {

    private final DecisionTables decisions;

    DmnCheckTemplate(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public List<CheckItem> items(ManagementMode mode) {
        List<CheckItem> items = new ArrayList<>();
        decisions
                .evaluate("inspection-checklist", Map.of("managementMode", mode.name()))
                .forEach(row -> items.add(new CheckItem(
                        items.size() + 1, (String) row.get("part"), (String) row.get("hint"), null, false)));
        return items;
    }
}

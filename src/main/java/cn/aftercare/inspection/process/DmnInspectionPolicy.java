package cn.aftercare.inspection.process;

import cn.aftercare.inspection.FindingGrade;
import cn.aftercare.inspection.InspectionPolicy;
import cn.aftercare.inspection.Matter;
import cn.aftercare.platform.decision.DecisionTables;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decision table {@code inspection-policy}. */
@Component
class DmnInspectionPolicy implements InspectionPolicy {

    private final DecisionTables decisions;

    DmnInspectionPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule rule(Matter matter, @Nullable FindingGrade grade) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("matter", matter.name());
        inputs.put("grade", grade == null ? null : grade.name());
        Map<String, Object> row =
                decisions.evaluate("inspection-policy", inputs).get(0);
        return new Rule(number(row, "days"), number(row, "remindPercent"), number(row, "most"));
    }

    private static int number(Map<String, Object> row, String output) {
        return row.get(output) instanceof Number number ? number.intValue() : 0;
    }
}

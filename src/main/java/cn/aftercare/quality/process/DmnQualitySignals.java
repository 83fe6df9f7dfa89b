package cn.aftercare.quality.process;

import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.quality.QualitySignals;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code quality-signals}. */
@Component
class DmnQualitySignals implements QualitySignals {

    private final DecisionTables decisions;

    DmnQualitySignals(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public int lowestTotal() {
        return number("LOW_TOTAL", "limit");
    }

    @Override
    public int poorFactor() {
        return number("POOR_FACTOR", "limit");
    }

    @Override
    public Repetition repetition() {
        return new Repetition(number("REPEATED_DEFECT", "limit"), number("REPEATED_DEFECT", "months"));
    }

    private int number(String signal, String output) {
        Map<String, Object> row =
                decisions.evaluate("quality-signals", Map.of("signal", signal)).get(0);
        return ((Number) row.get(output)).intValue();
    }
}

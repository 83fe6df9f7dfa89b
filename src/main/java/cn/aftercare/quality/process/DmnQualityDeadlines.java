package cn.aftercare.quality.process;

import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.quality.QualityDeadlines;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decision table {@code quality-deadlines}. */
@Component
class DmnQualityDeadlines implements QualityDeadlines {

    private final DecisionTables decisions;

    DmnQualityDeadlines(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule step(QualityStep step, @Nullable QualityGrade grade) {
        return rule(step.name(), grade);
    }

    @Override
    public int observationDays(@Nullable QualityGrade grade) {
        return rule("OBSERVE", grade).days();
    }

    private Rule rule(String step, @Nullable QualityGrade grade) {
        Map<String, Object> row = decisions
                .evaluate("quality-deadlines", Map.of("step", step, "grade", grade == null ? "" : grade.name()))
                .get(0);
        return new Rule(((Number) row.get("days")).intValue(), ((Number) row.get("remindDays")).intValue());
    }
}

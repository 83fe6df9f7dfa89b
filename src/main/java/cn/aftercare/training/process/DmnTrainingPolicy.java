package cn.aftercare.training.process;

import cn.aftercare.platform.decision.DecisionTables;
import cn.aftercare.training.TrainingPolicy;
import cn.aftercare.training.TrainingSubject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Decision table {@code training-policy}. */
@Component
class DmnTrainingPolicy implements TrainingPolicy {

    private final DecisionTables decisions;

    DmnTrainingPolicy(DecisionTables decisions) {
        this.decisions = decisions;
    }

    @Override
    public Rule rule(TrainingSubject subject) {
        Map<String, Object> row = decisions
                .evaluate("training-policy", Map.of("subject", subject.name()))
                .get(0);
        return new Rule(number(row, "days"), number(row, "remindPercent"), number(row, "passMark"));
    }

    private static int number(Map<String, Object> row, String output) {
        return ((Number) row.get(output)).intValue();
    }
}

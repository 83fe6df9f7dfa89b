package cn.aftercare.platform.decision;

import cn.aftercare.platform.engine.SystemAccess;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Evaluates the newest deployed version of a decision table for the code's own rules. It keeps no decision history: a
 * deadline is planned often, and what came of it is recorded with the commitment.
 */
@Component
public class DecisionTables {

    private static final int ANSWERS_KEPT = 2_000;

    private final RepositoryService repository;
    private final SystemAccess system;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    /**
     * An answer depends on the version of the table and on the inputs alone (DecisionCellRule sees to that), and the same
     * few are asked at every step of every case; working one out reads each condition anew.
     */
    private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
            new ConcurrentLruCache<>(ANSWERS_KEPT, this::answer);

    private record Question(DmnDecision decision, Map<String, Object> inputs) {}

    DecisionTables(RepositoryService repository, SystemAccess system) {
        this.repository = repository;
        this.system = system;
    }

    /** The output rows of the rules that match; not to be changed. */
    public List<Map<String, Object>> evaluate(String decisionKey, Map<String, Object> inputs) {
        return answers.get(new Question(newest(decisionKey), new HashMap<>(inputs)));
    }

    private List<Map<String, Object>> answer(Question question) {
        return engine.evaluateDecisionTable(question.decision(), question.inputs()).getResultList().stream()
                .map(Collections::unmodifiableMap)
                .toList();
    }

    private DmnDecision newest(String key) {
        return system.call(() -> {
            var definition = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(key)
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new IllegalStateException("decision " + key + " is not deployed");
            }
            return parsed.computeIfAbsent(
                    definition.getId(), id -> engine.parseDecision(key, repository.getDecisionModel(id)));
        });
    }
}

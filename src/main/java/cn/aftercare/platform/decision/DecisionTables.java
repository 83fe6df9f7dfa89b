package cn.aftercare.platform.decision;

import cn.aftercare.platform.engine.SystemAccess;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * Evaluates the newest deployed version of a decision table for the code's own rules. It keeps no decision history: a
 * deadline is planned often, and what came of it is recorded with the commitment.
 */
@Component
public class DecisionTables {

    private final RepositoryService repository;
    private final SystemAccess system;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    DecisionTables(RepositoryService repository, SystemAccess system) {
        this.repository = repository;
        this.system = system;
    }

    /** The output rows of the rules that match. */
    public List<Map<String, Object>> evaluate(String decisionKey, Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(newest(decisionKey), inputs).getResultList();
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

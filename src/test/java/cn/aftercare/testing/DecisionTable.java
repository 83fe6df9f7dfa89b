package cn.aftercare.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.springframework.core.io.ClassPathResource;

/** A decision table as it is packaged; remembers which of its rules have matched. */
public final class DecisionTable {

    private final Set<String> matched = new HashSet<>();
    private final Set<String> rules;
    private final DmnEngine engine;
    private final DmnDecision decision;

    /** @param file such as {@code repair/charge-decision}; its last part is the decision key */
    public DecisionTable(String file) {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setCustomPostDecisionTableEvaluationListeners(List.of(this::evaluated));
        engine = configuration.buildEngine();
        try (InputStream in = new ClassPathResource("processes/" + file + ".dmn").getInputStream()) {
            DmnModelInstance model = Dmn.readModelFromStream(in);
            decision = engine.parseDecision(file.substring(file.lastIndexOf('/') + 1), model);
            rules = model.getModelElementsByType(Rule.class).stream()
                    .map(Rule::getId)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The output rows of the rules that match. */
    public List<Map<String, Object>> rows(Map<String, Object> inputs) {
        return engine.evaluateDecisionTable(decision, inputs).getResultList();
    }

    /** Rules that have never matched so far. */
    public Set<String> unmatched() {
        Set<String> unmatched = new TreeSet<>(rules);
        unmatched.removeAll(matched);
        return unmatched;
    }

    private void evaluated(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> matched.add(rule.getId()));
    }
}

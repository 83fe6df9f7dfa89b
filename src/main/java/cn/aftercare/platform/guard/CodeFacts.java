package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the code offers to the models.
 *
 * @param beans delegates and listeners by bean name
 * @param contracts by process key
 * @param completions by bean name
 * @param roles codes of the roles, as candidate groups end
 * @param properties for each extension property the program reads, the values it knows
 * @param defaultRetryCycle whether the engine retries failed jobs without the model saying how
 */
public record CodeFacts(
        Map<String, Class<?>> beans,
        Map<String, ProcessContract> contracts,
        Map<String, Completion> completions,
        Set<String> roles,
        Map<String, Set<String>> properties,
        boolean defaultRetryCycle) {

    /** A form completion: the form it belongs to and the fields it reads. */
    public record Completion(String formId, Set<String> fields) {}

    Optional<ProcessContract> contract(ProcessModel model) {
        return Optional.ofNullable(contracts.get(model.key()));
    }

    boolean is(String bean, Class<?> type) {
        return beans.containsKey(bean) && type.isAssignableFrom(beans.get(bean));
    }
}

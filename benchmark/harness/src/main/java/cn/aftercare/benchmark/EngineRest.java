package cn.aftercare.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tasks over Camunda's own REST API, which ours and the plain application share. */
final class EngineRest {

    private EngineRest() {}

    static void complete(Program program, String person, String key, Step step) {
        String path = "/engine-rest/task?processInstanceBusinessKey=" + key + "&name="
                + URLEncoder.encode(step.task(), StandardCharsets.UTF_8);
        JsonNode task = Contender.soon(() -> program.get(person, path).get(0));
        String address = "/engine-rest/task/" + task.path("id").asText();
        if (task.path("assignee").isNull()) {
            program.post(person, address + "/claim", Map.of("userId", person));
        }
        program.post(person, address + "/submit-form", Map.of("variables", variables(step.fields())));
    }

    static Map<String, Object> variables(Map<String, Object> fields) {
        Map<String, Object> variables = new HashMap<>();
        fields.forEach((name, value) -> variables.put(name, variable(value)));
        return variables;
    }

    private static Map<String, Object> variable(Object value) {
        try {
            return value instanceof List<?>
                    ? Map.of("type", "Json", "value", Program.JSON.writeValueAsString(value))
                    : Map.of("value", value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

package cn.aftercare.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Flowable with the same flow. */
record Flowable(String database, Program program) implements Contender {

    static Flowable fresh(Postgres postgres, String database) throws Exception {
        postgres.create(database);
        return new Flowable(
                database,
                new Program(
                        Path.of(System.getProperty("flowable.jar")),
                        database,
                        "/process-api/repository/deployments",
                        Map.of("DB_URL", postgres.url(database)),
                        List.of()));
    }

    @Override
    public String name() {
        return "Flowable";
    }

    @Override
    public String start(int number) {
        String key = "F-" + UUID.randomUUID();
        program.post(
                "after-sales",
                "/process-api/runtime/process-instances",
                Map.of(
                        "processDefinitionKey",
                        "plain-repair",
                        "businessKey",
                        key,
                        "variables",
                        variables(PlainCamunda.report(number))));
        return key;
    }

    @Override
    public void complete(String key, Step step) {
        JsonNode task = Contender.soon(() -> program.post(
                        step.role(),
                        "/process-api/query/tasks",
                        Map.of("processInstanceBusinessKey", key, "name", step.task()))
                .path("data")
                .get(0));
        String address = "/process-api/runtime/tasks/" + task.path("id").asText();
        program.post(step.role(), address, Map.of("action", "claim", "assignee", step.role()));
        program.post(step.role(), address, Map.of("action", "complete", "variables", variables(step.fields())));
    }

    private static List<Map<String, Object>> variables(Map<String, Object> fields) {
        return fields.entrySet().stream()
                .map(field -> Map.of("name", field.getKey(), "value", value(field.getValue())))
                .toList();
    }

    private static Object value(Object value) {
        try {
            return value instanceof List<?> ? Program.JSON.writeValueAsString(value) : value;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

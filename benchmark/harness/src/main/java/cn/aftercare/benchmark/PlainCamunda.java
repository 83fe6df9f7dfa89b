package cn.aftercare.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Camunda as its starter makes it, with the same flow. */
record PlainCamunda(String name, String database, Program program) implements Contender {

    static PlainCamunda fresh(Postgres postgres, String name, String database) throws Exception {
        postgres.create(database);
        return on(postgres, name, database);
    }

    static PlainCamunda on(Postgres postgres, String name, String database, String... arguments) throws Exception {
        return new PlainCamunda(
                name,
                database,
                new Program(
                        Path.of(System.getProperty("plain.jar")),
                        database,
                        "/camunda/app/welcome/default/",
                        Map.of("DB_URL", postgres.url(database)),
                        List.of(arguments)));
    }

    /** What the start form of ours asks for. */
    static Map<String, Object> report(int number) {
        return Map.ofEntries(
                Map.entry("projectCode", Aftercare.project(number % 100)),
                Map.entry("receivedAt", Step.now().toString()),
                Map.entry("channel", "PHONE"),
                Map.entry("reporterName", "周敏"),
                Map.entry("reporterPhone", "13800000000"),
                Map.entry("category", "DECORATION"),
                Map.entry("location", "展厅" + number + "号吊顶"),
                Map.entry("description", "吊顶开裂"),
                Map.entry("emergency", false),
                Map.entry("structural", false),
                Map.entry("publicArea", false));
    }

    @Override
    public String start(int number) {
        String key = "P-" + UUID.randomUUID();
        program.post(
                "after-sales",
                "/engine-rest/process-definition/key/plain-repair/start",
                Map.of("businessKey", key, "variables", EngineRest.variables(report(number))));
        return key;
    }

    @Override
    public void complete(String key, Step step) {
        EngineRest.complete(program, step.role(), key, step);
    }
}

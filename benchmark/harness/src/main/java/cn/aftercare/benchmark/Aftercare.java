package cn.aftercare.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The packaged application, with the demo logins and no demo cases. */
final class Aftercare implements Contender {

    private static final int PROJECTS = 100;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final String database;
    private final Program program;

    private Aftercare(String database, Program program) {
        this.database = database;
        this.program = program;
    }

    /** On a new database, with the projects the repairs are reported at. */
    static Aftercare fresh(Postgres postgres, String database, String... arguments) throws Exception {
        postgres.create(database);
        Aftercare app = on(postgres, database, arguments);
        app.importProjects(0, PROJECTS);
        return app;
    }

    /** On a database that is there. */
    static Aftercare on(Postgres postgres, String database, String... arguments) throws Exception {
        return new Aftercare(database, run(postgres, database, arguments));
    }

    /** On a database that is there, from the unpacked jar. */
    static Aftercare unpacked(Postgres postgres, String database, Path jar, String... arguments) throws Exception {
        return new Aftercare(database, run(postgres, database, jar, arguments));
    }

    private static Program run(Postgres postgres, String database, String... more)
            throws IOException, InterruptedException {
        return run(postgres, database, jar(), more);
    }

    private static Program run(Postgres postgres, String database, Path jar, String... more)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("--spring.profiles.active=demo", "--aftercare.demo-cases=false"));
        arguments.addAll(List.of(more));
        return new Program(
                jar,
                database,
                "/actuator/health/readiness",
                Map.of(
                        "AFTERCARE_DB_URL", postgres.url(database),
                        "AFTERCARE_DB_USER", "postgres",
                        "AFTERCARE_DB_PASSWORD", "postgres"),
                arguments);
    }

    static Path jar() {
        return Path.of(System.getProperty("aftercare.jar"));
    }

    static String project(int number) {
        return "NJ-BENCH-%05d".formatted(number);
    }

    void importProjects(int from, int to) {
        String accepted = LocalDate.now(ZONE).minusYears(1).toString();
        String rows = IntStream.range(from, to)
                .mapToObj(
                        i -> project(i) + ",金陵大厦" + i
                                + ",金陵置业有限公司,周敏,13800000000,中山路1号,nanjing,分公司直管," + accepted
                                + ",李建国,防水;装修;电气;给排水;设备,李建国,nanjing-warranty-manager,王志强,nanjing-engineer,陈国强;刘大勇;孙宏伟;赵铁柱;钱满仓;马得胜")
                .collect(Collectors.joining("\n"));
        program.postFile(
                "admin",
                "/api/projects/import",
                "projects.csv",
                "工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目,维保经理,维保经理登录名,专业工程师,专业工程师登录名,维修技工\n" + rows);
    }

    @Override
    public String name() {
        return "Aftercare";
    }

    @Override
    public String database() {
        return database;
    }

    @Override
    public Program program() {
        return program;
    }

    @Override
    public String start(int number) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("projectCode", project(number % PROJECTS));
        report.put("receivedAt", Step.now().atZone(ZONE).toOffsetDateTime().toString());
        report.put("channel", "PHONE");
        report.put("reporter", Map.of("name", "周敏", "phone", "13800000000"));
        report.put("category", "DECORATION");
        // Each another part of the building: three of the same would be a quality item.
        report.put("location", "展厅" + Integer.toString(number, 26).replaceAll("[0-9]", "甲$0乙") + "号吊顶");
        report.put("description", "吊顶开裂");
        report.put("emergency", false);
        report.put("structural", false);
        report.put("publicArea", false);
        return program.post(
                        "nanjing-after-sales",
                        "/api/repair-cases",
                        report,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .path("caseNo")
                .asText();
    }

    @Override
    public void complete(String key, Step step) {
        EngineRest.complete(program, "nanjing-" + step.role(), key, step);
    }
}

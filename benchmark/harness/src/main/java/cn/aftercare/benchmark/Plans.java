package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compiling the plan of a half-year for one unit, from the start by hand to the task of editing it. */
final class Plans {

    private final Bench bench;

    Plans(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        List<List<String>> rows = new ArrayList<>();
        List<Double> perProject = new ArrayList<>();
        double last = 0;
        for (int projects : bench.full() ? List.of(1_000, 5_000, 10_000) : List.of(100)) {
            String database = "plan" + projects;
            try (Aftercare app = Aftercare.fresh(bench.postgres(), database)) {
                for (int from = 100; from < projects; from += 500) {
                    app.importProjects(from, Math.min(from + 500, projects));
                }
                String period = Step.now().getYear() + (Step.now().getMonthValue() <= 6 ? "H1" : "H2");
                long begun = System.nanoTime();
                String key = app.program()
                        .post(
                                "nanjing-performance-officer",
                                "/engine-rest/process-definition/key/revisit-plan/submit-form",
                                Map.of("variables", EngineRest.variables(Map.of("unit", "nanjing", "period", period))))
                        .path("businessKey")
                        .asText();
                Contender.soon(() -> app.program()
                        .get("nanjing-performance-officer", "/engine-rest/task?processInstanceBusinessKey=" + key)
                        .get(0));
                last = (System.nanoTime() - begun) / 1e9;
                long lines = bench.postgres().number(database, "select count(*) from revisit_plan_line");
                perProject.add(last / projects);
                rows.add(List.of(
                        String.valueOf(projects),
                        String.valueOf(lines),
                        "%.2f".formatted(last),
                        "%.3f".formatted(1000 * last / projects)));
            }
        }
        Section section = new Section(Measurement.PLAN.key(), "Compiling the half-year plan");
        section.goal("Half-year plan for 10,000 projects", "≤ 10 s", "%.1f s".formatted(last), last <= 10);
        double growth = perProject.get(perProject.size() - 1) / perProject.get(0);
        section.goal(
                "The same, per project against 1,000 projects", "linear", "%.2f ×".formatted(growth), growth <= 1.2);
        section.table(List.of("projects", "lines", "s", "ms a project"), rows);
        return section;
    }
}

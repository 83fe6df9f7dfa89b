package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.util.Locale;

/** The measurements, in the order of the report. */
enum Measurement {
    REPAIR(bench -> new RepairThroughput(bench).run()),
    CPU(bench -> new CpuProfile(bench).run()),
    STATEMENTS(bench -> new StatementProfile(bench).run()),
    TIMERS(bench -> new Timers(bench).run()),
    OPEN_TASKS(bench -> new OpenTasks(bench).run()),
    PLAN(bench -> new Plans(bench).run()),
    REGISTER(bench -> new RegisterExport(bench).run()),
    STARTUP(bench -> new Startup(bench).run()),
    GROWTH(bench -> new Growth(bench).run());

    interface Run {
        Section of(Bench bench) throws Exception;
    }

    private final Run run;

    Measurement(Run run) {
        this.run = run;
    }

    Section run(Bench bench) throws Exception {
        return run.of(bench);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What limits an ordinary repair: the processor time of a step in the program, in the database and in the harness, and
 * where ours spends its part, as the flight recorder samples it.
 */
final class CpuProfile {

    private static final int CLIENTS = 4;

    /** Portions of warming up; the program's compilers work longer than one would think. */
    private static final int PORTIONS = 6;

    private final Bench bench;
    private final AtomicInteger number = new AtomicInteger();

    CpuProfile(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        Section section = new Section(Measurement.CPU.key(), "What limits an ordinary repair");
        section.text(
                "Processor time of a step with %d clients, in milliseconds. Whoever keeps all cores busy cannot be faster"
                        + " than the last column.",
                CLIENTS);
        Recording recording = new Recording();
        List<List<String>> rows = new ArrayList<>();
        List<List<String>> warming = new ArrayList<>();
        Instant warm;
        try (Contender ours = Aftercare.fresh(bench.postgres(), "aftercare", recording.options())) {
            warming.add(warmUp(ours));
            warm = Instant.now();
            rows.add(row(ours));
        }
        try (Contender plain = PlainCamunda.fresh(bench.postgres(), "Camunda", "plain")) {
            warming.add(warmUp(plain));
            rows.add(row(plain));
        }
        section.table(
                List.of("", "program", "database", "harness", "steps/s measured", "steps/s with every core busy"),
                rows);
        int portion = portion();
        List<String> head = new ArrayList<>(List.of("steps/s in repairs"));
        for (int i = 0; i < PORTIONS; i++) {
            head.add("%d–%d".formatted(i * portion + 1, (i + 1) * portion));
        }
        section.text("Before that each was warmed up:");
        section.table(head, warming);
        recording.shares(section, warm);
        return section;
    }

    private int portion() {
        return bench.size(100, 4);
    }

    private List<String> warmUp(Contender contender) throws Exception {
        List<String> row = new ArrayList<>(List.of(contender.name()));
        for (int i = 0; i < PORTIONS; i++) {
            Reading reading = Reading.of(bench.postgres(), contender, CLIENTS, portion(), number::getAndIncrement);
            row.add(tenths(reading.stepsPerSecond()));
        }
        return row;
    }

    private List<String> row(Contender contender) throws Exception {
        int repairs = bench.size(200, 20);
        ProcessorTime before = ProcessorTime.of(contender, bench.postgres());
        Reading reading = Reading.of(bench.postgres(), contender, CLIENTS, repairs, number::getAndIncrement);
        ProcessorTime perStep = ProcessorTime.of(contender, bench.postgres()).since(before, repairs * Reading.STEPS);
        return List.of(
                contender.name(),
                tenths(perStep.program()),
                tenths(perStep.database()),
                tenths(perStep.harness()),
                tenths(reading.stepsPerSecond()),
                tenths(perStep.perSecond()));
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

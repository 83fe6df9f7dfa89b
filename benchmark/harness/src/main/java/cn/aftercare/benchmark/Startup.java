package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to the first answer of the login page, on a database that is there, in turn. Ours runs as
 * the runbook says: unpacked once, with an archive of its classes; the plain application as a fat jar.
 */
final class Startup {

    private final Bench bench;

    Startup(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        Path unpacked = unpack();
        Aftercare.fresh(bench.postgres(), "aftercare").close();
        PlainCamunda.fresh(bench.postgres(), "Camunda", "plain").close();
        Path archive = unpacked.resolveSibling("aftercare.jsa");
        Aftercare.unpacked(bench.postgres(), "aftercare", unpacked, "-XX:ArchiveClassesAtExit=" + archive)
                .close();
        List<Double> ours = new ArrayList<>();
        List<Double> fat = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> oursMemory = new ArrayList<>();
        List<Double> plainMemory = new ArrayList<>();
        for (int round = 0; round < bench.size(7, 1); round++) {
            try (Contender app =
                    Aftercare.unpacked(bench.postgres(), "aftercare", unpacked, "-XX:SharedArchiveFile=" + archive)) {
                ours.add(seconds(app));
                oursMemory.add(memory(app));
            }
            try (Contender app = Aftercare.on(bench.postgres(), "aftercare")) {
                fat.add(seconds(app));
            }
            try (Contender app = PlainCamunda.on(bench.postgres(), "Camunda", "plain")) {
                plain.add(seconds(app));
                plainMemory.add(memory(app));
            }
            Bench.say("round %d: %.1f s, as a fat jar %.1f s, Camunda %.1f s"
                    .formatted(round + 1, ours.get(round), fat.get(round), plain.get(round)));
        }
        Section section = new Section(Measurement.STARTUP.key(), "Ready for the first login");
        Series ratio = series(ours).dividedBy(series(plain));
        section.goal("Ready for the first login", "≤ 0.6 × Camunda", ratio.shown("%.2f") + " ×", ratio.median() <= 0.6);
        Series memory = series(oursMemory).dividedBy(series(plainMemory));
        section.goal("Memory once ready", "≤ 0.9 × Camunda", memory.shown("%.2f") + " ×", memory.median() <= 0.9);
        section.table(
                List.of("", "s to the first answer", "MiB resident"),
                List.of(
                        List.of(
                                "Aftercare, unpacked, with class archive",
                                series(ours).shown("%.1f"),
                                series(oursMemory).shown("%.0f")),
                        List.of("Aftercare, fat jar", series(fat).shown("%.1f"), ""),
                        List.of(
                                "Camunda, fat jar",
                                series(plain).shown("%.1f"),
                                series(plainMemory).shown("%.0f"))));
        return section;
    }

    private static Path unpack() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("unpacked").resolve("aftercare");
        int end = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        Aftercare.jar().toAbsolutePath().toString(),
                        "extract",
                        "--destination",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (end != 0) {
            throw new IllegalStateException("the jar cannot be unpacked");
        }
        return folder.resolve(Aftercare.jar().getFileName());
    }

    private static double seconds(Contender app) {
        return app.program().ready().toMillis() / 1000.0;
    }

    private double memory(Contender app) throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(bench.size(10, 1));
        return app.program().residentMib();
    }

    private static Series series(List<Double> readings) {
        return new Series(readings.stream().mapToDouble(x -> x).toArray());
    }
}

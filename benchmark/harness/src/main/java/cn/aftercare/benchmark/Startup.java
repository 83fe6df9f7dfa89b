package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to its readiness, on a database that is there, in turn. Ours runs as the runbook says:
 * laid out by {@code ops/install.sh}, with the options of {@code ops/aftercare.env.example}; the plain application as a fat
 * jar.
 */
final class Startup {

    private final Bench bench;

    Startup(Bench bench) {
        this.bench = bench;
    }

    Section run() throws Exception {
        Path folder = install();
        Aftercare.fresh(bench.postgres(), "aftercare").close();
        PlainCamunda.fresh(bench.postgres(), "Camunda", "plain").close();
        // The first start of a version checks the models.
        Aftercare.unpacked(bench.postgres(), "aftercare", folder.resolve("aftercare.jar"), options(folder))
                .close();
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        List<Double> oursMemory = new ArrayList<>();
        List<Double> plainMemory = new ArrayList<>();
        for (int round = 0; round < bench.size(7, 1); round++) {
            try (Contender app = Aftercare.unpacked(
                    bench.postgres(), "aftercare", folder.resolve("aftercare.jar"), options(folder))) {
                ours.add(seconds(app));
                oursMemory.add(memory(app));
            }
            try (Contender app = PlainCamunda.on(bench.postgres(), "Camunda", "plain")) {
                plain.add(seconds(app));
                plainMemory.add(memory(app));
            }
            Bench.say("round %d: %.1f s, Camunda %.1f s".formatted(round + 1, ours.get(round), plain.get(round)));
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
                                "Aftercare as the runbook runs it",
                                series(ours).shown("%.1f"),
                                series(oursMemory).shown("%.0f")),
                        List.of(
                                "Camunda, fat jar",
                                series(plain).shown("%.1f"),
                                series(plainMemory).shown("%.0f"))));
        return section;
    }

    private static Path install() throws IOException, InterruptedException {
        Path jar = Aftercare.jar().toAbsolutePath();
        Path folder = Files.createTempDirectory("benchmark").resolve("aftercare");
        int end = new ProcessBuilder(sources().resolve("ops/install.sh").toString(), jar.toString(), folder.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (end != 0) {
            throw new IllegalStateException("the jar cannot be installed");
        }
        return folder;
    }

    private static String[] options(Path folder) throws IOException {
        String options = Files.readAllLines(sources().resolve("ops/aftercare.env.example")).stream()
                .filter(line -> line.startsWith("JAVA_OPTIONS="))
                .map(line -> line.replaceFirst("JAVA_OPTIONS=\"(.*)\"", "$1"))
                .findFirst()
                .orElseThrow();
        return (options + " -XX:SharedArchiveFile=" + folder.resolve("aftercare.jsa")).split(" ");
    }

    /** The harness runs in its own folder of the source tree. */
    private static Path sources() {
        return Path.of("../..").toAbsolutePath().normalize();
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

package cn.aftercare.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * Measures and reports. System properties: {@code benchmark.only} the keys of the measurements to run, separated by
 * commas (empty: all), {@code benchmark.size} full or small, {@code benchmark.results} where the report goes, and the
 * jars of the contenders.
 */
public final class Benchmark {

    private Benchmark() {}

    public static void main(String[] args) throws Exception {
        String only = System.getProperty("benchmark.only", "");
        boolean full = System.getProperty("benchmark.size", "full").equals("full");
        Path results = Path.of(System.getProperty("benchmark.results"));
        // A small run only shows that everything works; its figures are no report.
        Report report = new Report(full ? results : Path.of("target", "small-results"));
        List<Measurement> measurements = Arrays.stream(Measurement.values())
                .filter(m -> only.isBlank() || List.of(only.split(",")).contains(m.key()))
                .toList();
        for (Measurement measurement : measurements) {
            Bench.say(measurement.key());
            try (Postgres postgres = new Postgres()) {
                report.add(measurement.run(new Bench(postgres, report, full)), machine(postgres));
            }
        }
    }

    private static String machine(Postgres postgres) throws Exception {
        return "%s, %d cores (%s), %d GiB, %s, Java %s, PostgreSQL %s on the same machine, fsync and synchronous_commit on."
                .formatted(
                        LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")),
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        Math.round(Long.parseLong(
                                        field("/proc/meminfo", "MemTotal").replaceAll("\\D", ""))
                                / 1048576.0),
                        System.getProperty("os.name") + " " + System.getProperty("os.version"),
                        System.getProperty("java.version"),
                        postgres.version());
    }

    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}

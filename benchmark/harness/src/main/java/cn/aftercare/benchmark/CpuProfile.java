package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * What limits an ordinary repair: the processor time of a step in the program, in the database and in the harness, and
 * where ours spends its part, as the flight recorder samples it.
 */
final class CpuProfile {

    private static final int CLIENTS = 4;

    /** Whose code runs, by the first of these that begins the name of a class, from the top of the stack downwards. */
    private static final Map<String, String> LIBRARIES = new LinkedHashMap<>();

    static {
        LIBRARIES.put("org.postgresql", "PostgreSQL driver");
        LIBRARIES.put("org.apache.ibatis", "MyBatis");
        LIBRARIES.put("com.zaxxer", "connection pool");
        LIBRARIES.put("org.camunda.feel", "FEEL and DMN");
        LIBRARIES.put("org.camunda.bpm.dmn", "FEEL and DMN");
        LIBRARIES.put("scala", "FEEL and DMN");
        LIBRARIES.put("fastparse", "FEEL and DMN");
        LIBRARIES.put("org.apache.poi", "Word");
        LIBRARIES.put("org.apache.xmlbeans", "Word");
        LIBRARIES.put("org.openxmlformats", "Word");
        LIBRARIES.put("com.fasterxml", "JSON");
        LIBRARIES.put("org.springframework.security", "Spring Security");
        LIBRARIES.put("org.springframework", "Spring");
        LIBRARIES.put("org.apache.catalina", "Tomcat");
        LIBRARIES.put("org.apache.coyote", "Tomcat");
        LIBRARIES.put("org.apache.tomcat", "Tomcat");
        LIBRARIES.put("org.glassfish", "Jersey");
        LIBRARIES.put("org.camunda", "Camunda engine");
        LIBRARIES.put("cn.aftercare", "our own code");
    }

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
        Path recording = Files.createTempDirectory("profile").resolve("repair.jfr");
        List<List<String>> rows = new ArrayList<>();
        Instant warm;
        try (Contender ours = Aftercare.fresh(bench.postgres(), "aftercare", recorder(recording))) {
            warmUp(ours);
            warm = Instant.now();
            rows.add(row(ours));
        }
        try (Contender plain = PlainCamunda.fresh(bench.postgres(), "Camunda", "plain")) {
            warmUp(plain);
            rows.add(row(plain));
        }
        section.table(
                List.of("", "program", "database", "harness", "steps/s measured", "steps/s with every core busy"),
                rows);
        section.text(
                "Where the program's part goes in Aftercare, of the flight recorder's samples: first by whose code was"
                        + " running, then by the part of ours it was running for.");
        List<RecordedEvent> samples = samples(recording, warm);
        section.table(List.of("running", "share"), shares(samples, CpuProfile::library));
        section.table(List.of("on behalf of", "share"), shares(samples, CpuProfile::feature));
        return section;
    }

    /** It writes the file when the program ends. */
    private static String[] recorder(Path recording) {
        return new String[] {
            "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording,
            "-XX:FlightRecorderOptions=stackdepth=512"
        };
    }

    private void warmUp(Contender contender) throws Exception {
        Reading.of(bench.postgres(), contender, CLIENTS, bench.size(200, 20), number::getAndIncrement);
    }

    private List<String> row(Contender contender) throws Exception {
        int repairs = bench.size(200, 20);
        Spent before = spent(contender);
        Reading reading = Reading.of(bench.postgres(), contender, CLIENTS, repairs, number::getAndIncrement);
        Spent perStep = spent(contender).since(before, repairs * Reading.STEPS);
        return List.of(
                contender.name(),
                tenths(perStep.program()),
                tenths(perStep.database()),
                tenths(perStep.harness()),
                tenths(reading.stepsPerSecond()),
                tenths(Runtime.getRuntime().availableProcessors() * 1000 / perStep.all()));
    }

    /** Processor time in milliseconds. */
    private record Spent(double program, double database, double harness) {

        Spent since(Spent before, int steps) {
            return new Spent(
                    (program - before.program) / steps,
                    (database - before.database) / steps,
                    (harness - before.harness) / steps);
        }

        double all() {
            return program + database + harness;
        }
    }

    private Spent spent(Contender contender) throws SQLException {
        return new Spent(
                millis(contender.program().handle()),
                // The server works in processes it has started.
                bench.postgres()
                        .handle()
                        .children()
                        .mapToDouble(CpuProfile::millis)
                        .sum(),
                millis(ProcessHandle.current()));
    }

    private static double millis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
    }

    private static List<RecordedEvent> samples(Path recording, Instant from) throws IOException {
        List<RecordedEvent> samples = new ArrayList<>();
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals("jdk.ExecutionSample")
                        && event.getStackTrace() != null
                        && event.getStartTime().isAfter(from)) {
                    samples.add(event);
                }
            }
        }
        return samples;
    }

    private static List<List<String>> shares(List<RecordedEvent> samples, Function<List<String>, String> what) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RecordedEvent sample : samples) {
            List<String> stack = sample.getStackTrace().getFrames().stream()
                    .filter(RecordedFrame::isJavaFrame)
                    .map(frame -> frame.getMethod().getType().getName().replaceFirst("\\$.*", ""))
                    .toList();
            counts.merge(what.apply(stack), 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .filter(e -> e.getValue() * 200L >= samples.size())
                .map(e -> List.of(e.getKey(), tenths(e.getValue() * 100.0 / samples.size()) + " %"))
                .toList();
    }

    private static String library(List<String> stack) {
        for (String type : stack) {
            for (Map.Entry<String, String> library : LIBRARIES.entrySet()) {
                if (type.startsWith(library.getKey())) {
                    return library.getValue();
                }
            }
        }
        return "the JVM itself";
    }

    /** Our package nearest to what runs. What stands around the whole of a request is left out. */
    private static String feature(List<String> stack) {
        for (String type : stack) {
            if (type.startsWith("cn.aftercare.")
                    && !type.matches(".*(Filter|FormInHand|FormSealPlugin|\\.Sealed\\w+)")) {
                String[] parts = type.split("\\.");
                return parts[2].equals("platform") ? "platform." + parts[3] : parts[2];
            }
        }
        return "the engine and the server alone";
    }

    private static String tenths(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

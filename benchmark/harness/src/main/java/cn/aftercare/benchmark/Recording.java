package cn.aftercare.benchmark;

import cn.aftercare.benchmark.Report.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where our program spends its processor time, as the flight recorder samples it. */
final class Recording {

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

    private final Path file;

    Recording() throws IOException {
        file = Files.createTempDirectory("profile").resolve("aftercare.jfr");
    }

    /** With them the program writes the file when it ends. */
    String[] options() {
        return new String[] {
            "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file,
            "-XX:FlightRecorderOptions=stackdepth=512"
        };
    }

    /** Tells of the time from then to the end of the program. */
    void shares(Section section, Instant from) throws IOException {
        section.text(
                "Where the program's part goes in Aftercare, of the flight recorder's samples: first by whose code was"
                        + " running, then by the part of ours it was running for.");
        List<RecordedEvent> samples = samples(from);
        section.table(List.of("running", "share"), shares(samples, Recording::library));
        section.table(List.of("on behalf of", "share"), shares(samples, Recording::feature));
    }

    private List<RecordedEvent> samples(Instant from) throws IOException {
        List<RecordedEvent> samples = new ArrayList<>();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
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
                .map(e -> List.of(e.getKey(), "%.1f %%".formatted(e.getValue() * 100.0 / samples.size())))
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

    /** Our package nearest to what runs. What stands around the whole of a request or command is left out. */
    private static String feature(List<String> stack) {
        for (String type : stack) {
            if (type.startsWith("cn.aftercare.")
                    && !type.matches(
                            ".*(Filter|FormInHand|FormSealPlugin|QueryExpressionPlugin|PeopleWatch|\\.Sealed\\w+)")) {
                String[] parts = type.split("\\.");
                return parts[2].equals("platform") ? "platform." + parts[3] : parts[2];
            }
        }
        return "the engine and the server alone";
    }
}

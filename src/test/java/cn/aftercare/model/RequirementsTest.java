package cn.aftercare.model;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.RecordKind;
import cn.aftercare.testing.EngineTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every requirement of the service document is carried by something that exists. */
@EngineTest
class RequirementsTest {

    private static final Path TABLE = Path.of("docs/requirements.md");

    private static final Pattern ROW = Pattern.compile("\\| (R-\\S+) \\|[^|]*\\| (.*) \\|");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");

    /** The ids of the document; 02, 33 and 41 ask for nothing. */
    private static final Set<Integer> NOT_ASKED = Set.of(2, 33, 41);

    private static final int LAST = 81;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping pages;

    @Test
    void every_requirement_leads_to_something_that_exists() throws IOException {
        Set<String> dead = new TreeSet<>();
        rows().forEach((id, names) -> {
            assertThat(names).as(id + " is carried by nothing").isNotEmpty();
            names.stream().filter(name -> !exists(name)).forEach(name -> dead.add(id + ": " + name));
        });
        assertThat(dead).as("names that lead nowhere").isEmpty();
    }

    /** What is open says so, and nothing else is. */
    @Test
    void no_requirement_is_left_out() throws IOException {
        Set<Integer> carried =
                rows().keySet().stream().flatMap(RequirementsTest::numbers).collect(Collectors.toSet());
        Set<Integer> missing = new TreeSet<>();
        for (int n = 1; n <= LAST; n++) {
            if (!carried.contains(n) && !NOT_ASKED.contains(n)) {
                missing.add(n);
            }
        }
        assertThat(missing).isEqualTo(open());
    }

    private static Set<Integer> open() throws IOException {
        return Files.readAllLines(TABLE).stream()
                .filter(line -> line.startsWith("Not carried yet:"))
                .flatMap(line -> Pattern.compile("R-(\\d+)").matcher(line).results())
                .map(m -> Integer.valueOf(m.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** {@code R-13..15} and {@code R-22,23} are several. */
    private static Stream<Integer> numbers(String id) {
        String numbers = id.substring(2);
        if (numbers.contains("..")) {
            String[] ends = numbers.split("\\.\\.");
            return Stream.iterate(Integer.parseInt(ends[0]), n -> n <= Integer.parseInt(ends[1]), n -> n + 1);
        }
        return Arrays.stream(numbers.split(",")).map(Integer::parseInt);
    }

    private static TreeMap<String, List<String>> rows() throws IOException {
        TreeMap<String, List<String>> rows = new TreeMap<>();
        for (String line : Files.readAllLines(TABLE)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(
                        row.group(1),
                        NAME.matcher(row.group(2))
                                .results()
                                .map(m -> m.group(1))
                                .toList());
            }
        }
        return rows;
    }

    private boolean exists(String name) {
        if (name.contains("#")) {
            String[] parts = name.split("#");
            return file("processes", parts[0] + ".bpmn")
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .map(model -> element(model, parts[1]))
                    .orElse(false);
        }
        if (name.endsWith(".dmn")) {
            return file("processes", name).isPresent();
        }
        if (name.endsWith(".form")) {
            return Files.exists(Path.of("forms", name));
        }
        if (name.startsWith("/")) {
            return pages.getHandlerMethods().keySet().stream()
                    .anyMatch(mapping -> mapping.getPatternValues().contains(name));
        }
        if (name.matches("[A-Z_]+")) {
            return Arrays.stream(RecordKind.values()).anyMatch(k -> k.name().equals(name));
        }
        return file("src/main/java", name + ".java").isPresent();
    }

    private static boolean element(BpmnModelInstance model, String id) {
        return model.getModelElementById(id) instanceof FlowNode;
    }

    private static java.util.Optional<Path> file(String folder, String name) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(f -> f.getFileName().toString().equals(name)).findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

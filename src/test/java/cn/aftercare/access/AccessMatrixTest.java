package cn.aftercare.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.WebVisitor;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who gets what from every address there is, tried from outside on one of everything of Nanjing, against the tables in
 * {@code src/test/resources/access}. An address without a row fails. {@code -Daftercare.regenerate=true} writes the
 * tables anew, to be read before they are committed.
 */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import({AccessFixture.class, Undo.class})
@TestPropertySource(properties = "spring.datasource.hikari.connection-init-sql=set lock_timeout = '10s'")
class AccessMatrixTest {

    private static final Path TABLES = Path.of("src/test/resources/access");
    private static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z-]+)(:([^{}]|\\{[^}]*})*)?}");
    private static final String NOBODY = "nobody";

    /** The engine knows no finer difference: who starts something, who works on it, who watches, who deploys. */
    private static final List<String> ENGINE_PEOPLE = List.of(
            NOBODY,
            "nanjing-after-sales",
            "nanjing-technician",
            "nanjing-pmd-manager",
            "suzhou-after-sales",
            "suzhou-pmd-manager",
            "hq-after-sales",
            "hq-pmd-manager",
            "hq-top-management",
            "analyst",
            "admin");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    AccessFixture fixture;

    @Autowired
    Directory directory;

    private Map<String, String> ids;

    @BeforeEach
    void oneOfEverything() {
        ids = fixture.make();
    }

    @Test
    void every_address_answers_everybody_as_its_row_says() throws IOException {
        ours();
        engineRest();
        webapps();
    }

    /** Our own addresses, those of the actuator and of the API description, and our files: each role of each unit. */
    private void ours() throws IOException {
        SortedSet<String> endpoints = new TreeSet<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(endpoints, info)));
        for (String file :
                List.of("/", "/pages.css", "/pages.js", "/on-call.js", "/dashboard/dashboard.js", "/no-such-address")) {
            endpoints.add("GET " + file);
        }
        List<String> lines = new ArrayList<>(List.of(
                "| address | nobody | Nanjing | Suzhou | headquarters | analyst | administrator |",
                "|---|---|---|---|---|---|---|"));
        for (String endpoint : endpoints) {
            lines.add("| `" + endpoint + "` | " + answer(endpoint, NOBODY) + " | " + unit(endpoint, "nanjing") + " | "
                    + unit(endpoint, "suzhou") + " | " + unit(endpoint, "hq") + " | " + answer(endpoint, "analyst")
                    + " | " + answer(endpoint, "admin") + " |");
        }
        compare("ours.md", lines);
    }

    private static void add(SortedSet<String> endpoints, RequestMappingInfo info) {
        var verbs = info.getMethodsCondition().getMethods();
        for (String pattern : info.getPatternValues()) {
            if (verbs.isEmpty()) {
                endpoints.add("GET " + pattern);
            }
            verbs.forEach(verb -> endpoints.add(verb + " " + pattern));
        }
    }

    /** What the roles of a unit get: one answer, or each answer with its roles, the commonest last. */
    private String unit(String endpoint, String unit) {
        Map<String, List<String>> roles = new LinkedHashMap<>();
        Unit of = directory.units().stream()
                .filter(u -> u.code().equals(unit))
                .findFirst()
                .orElseThrow();
        of.roles()
                .forEach(role -> roles.computeIfAbsent(answer(endpoint, role.groupOf(unit)), a -> new ArrayList<>())
                        .add(role.code()));
        if (roles.size() == 1) {
            return roles.keySet().iterator().next();
        }
        String commonest = roles.entrySet().stream()
                .max((a, b) -> Integer.compare(a.getValue().size(), b.getValue().size()))
                .orElseThrow()
                .getKey();
        return roles.entrySet().stream()
                        .filter(a -> !a.getKey().equals(commonest))
                        .map(a -> a.getKey() + ": " + String.join(" ", a.getValue()))
                        .sorted()
                        .collect(Collectors.joining("; "))
                + "; others " + commonest;
    }

    private void engineRest() throws IOException {
        SortedSet<String> endpoints = RestEndpoints.of(DefaultProcessEngineRestServiceImpl.class, "/engine-rest");
        endpoints.add("GET /engine-rest/engine");
        assertThat(endpoints).hasSizeGreaterThan(300);
        compare("engine-rest.csv", table(endpoints, false));
    }

    /** The webapps' own interfaces, with a session as a browser has one. */
    private void webapps() throws IOException {
        SortedSet<String> endpoints = new TreeSet<>();
        classes(new CockpitApplication().getClasses(), "/camunda/api/cockpit", endpoints);
        classes(new AdminApplication().getClasses(), "/camunda/api/admin", endpoints);
        classes(new TasklistApplication().getClasses(), "/camunda/api/tasklist", endpoints);
        classes(new WelcomeApplication().getClasses(), "/camunda/api/welcome", endpoints);
        for (String app : List.of("admin", "cockpit", "tasklist", "welcome")) {
            endpoints.add("GET /camunda/app/" + app + "/default/");
            endpoints.add("GET /camunda/app/" + app + "/locales/zh-CN.json");
        }
        endpoints.add("GET /camunda/app/admin/default/setup/");
        // The same resources as /engine-rest, behind another door.
        endpoints.addAll(
                RestEndpoints.of(NamedProcessEngineRestServiceImpl.class, "/camunda/api/engine/engine").stream()
                        .filter(e -> !e.contains("/history/") || e.contains("/process-instance"))
                        .toList());
        assertThat(endpoints).hasSizeGreaterThan(300);
        compare("webapps.csv", table(endpoints, true));
    }

    private static void classes(Iterable<Class<?>> resources, String prefix, SortedSet<String> into) {
        for (Class<?> resource : resources) {
            jakarta.ws.rs.Path path = resource.getAnnotation(jakarta.ws.rs.Path.class);
            if (path != null) {
                into.addAll(RestEndpoints.of(resource, (prefix + "/" + path.value()).replaceAll("/+", "/")));
            }
        }
    }

    private List<String> table(SortedSet<String> endpoints, boolean browser) {
        Map<String, WebVisitor> people = new TreeMap<>();
        for (String person : ENGINE_PEOPLE) {
            people.put(
                    person,
                    browser && !person.equals(NOBODY) ? WebVisitor.loggedIn(port, person) : new WebVisitor(port));
        }
        List<String> lines = new ArrayList<>(List.of("address," + String.join(",", ENGINE_PEOPLE)));
        for (String endpoint : endpoints) {
            lines.add(endpoint + ","
                    + ENGINE_PEOPLE.stream()
                            .map(person -> answer(endpoint, person, people.get(person), !browser))
                            .collect(Collectors.joining(",")));
        }
        return lines;
    }

    private String answer(String endpoint, String person) {
        return answer(endpoint, person, new WebVisitor(port), true);
    }

    private String answer(String endpoint, String person, WebVisitor visitor, boolean basic) {
        String verb = endpoint.substring(0, endpoint.indexOf(' '));
        HttpRequest.Builder request = visitor.request(
                        address(endpoint.substring(endpoint.indexOf(' ') + 1)) + Inputs.query(endpoint))
                .header(Undo.HEADER, "yes");
        Inputs.of(endpoint).fill(request, verb);
        if (basic && !person.equals(NOBODY)) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8)));
        } else {
            visitor.withToken(request);
        }
        return answerClass(visitor.send(request));
    }

    private String address(String pattern) {
        // The whole address may say what a name means there, or else one part of it.
        List<String> parts = new ArrayList<>(List.of(pattern));
        parts.addAll(List.of(pattern.split("/")));
        if (pattern.startsWith("/{kind")) {
            parts.add("history");
        }
        Matcher variable = VARIABLE.matcher(pattern);
        StringBuilder address = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(1);
            String value = parts.stream()
                    .map(part -> ids.get(name + " " + part))
                    .filter(v -> v != null)
                    .findFirst()
                    .orElse(ids.getOrDefault(name, "no-such"));
            variable.appendReplacement(address, Matcher.quoteReplacement(value.replace(":", "%3A")));
        }
        variable.appendTail(address);
        return address.toString().replace("*", "x");
    }

    /** Open or allowed, sent to the login, refused, as if it were not there, nothing to see, or past all that to the input. */
    private static String answerClass(HttpResponse<String> answer) {
        int status = answer.statusCode();
        String text = answer.body();
        if (status == 302 || status == 303) {
            return answer.headers().firstValue("Location").orElse("").endsWith("/camunda/app/tasklist/default/")
                    ? "login"
                    : "yes";
        }
        if (status < 300) {
            return text.equals("[]") || text.equals("{\"count\":0}") ? "empty" : "yes";
        }
        boolean engineRefuses = Stream.of(
                        "does not have", "ENGINE-13034", "not authorized", "No authorization", "ENGINE-03110")
                .anyMatch(text::contains);
        return switch (status) {
            case 401 -> "login";
            case 403 -> "no";
            case 404 -> engineRefuses ? "no" : "absent";
            case 400, 405, 406, 409, 413, 415, 422 -> engineRefuses ? "no" : "input";
            default -> engineRefuses ? "no" : "failure";
        };
    }

    private static void compare(String file, List<String> lines) throws IOException {
        String actual = String.join("\n", lines) + "\n";
        Path table = TABLES.resolve(file);
        if (Boolean.getBoolean("aftercare.regenerate")) {
            Files.writeString(table, actual);
        }
        assertThat(actual.lines())
                .as(file)
                .containsExactlyElementsOf(Files.readString(table).lines().toList());
    }
}

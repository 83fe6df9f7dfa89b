package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.WebVisitor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Sessions, tokens, headers and cookies as a browser gets them, behind a proxy with TLS as the runbook sets it up. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
@TestPropertySource(
        properties = {"server.forward-headers-strategy=native", "server.servlet.session.cookie.secure=true"})
class BrowserProtectionTest {

    private static final String USER = "nanjing-pmd";

    @LocalServerPort
    int port;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void a_login_begins_a_session_of_its_own() {
        WebVisitor visitor = new WebVisitor(port);
        visitor.get(WebVisitor.START);
        String planted = visitor.cookie("JSESSIONID").orElseThrow();
        String oldToken = visitor.cookie("XSRF-TOKEN").orElseThrow();

        assertThat(visitor.login(USER, "demo", "tasklist").statusCode()).isEqualTo(200);

        assertThat(visitor.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(planted);
        assertThat(visitor.cookie("XSRF-TOKEN")).isPresent().get().isNotEqualTo(oldToken);
        assertThat(visitor.get("/cases").statusCode()).isEqualTo(200);
        assertThat(withSession(planted).statusCode())
                .as("whoever planted the session")
                .isEqualTo(302);
    }

    @Test
    void leaving_ends_the_session() {
        WebVisitor visitor = WebVisitor.loggedIn(port, USER);
        String session = visitor.cookie("JSESSIONID").orElseThrow();
        visitor.logout();
        assertThat(withSession(session).statusCode()).isEqualTo(302);
    }

    private HttpResponse<String> withSession(String id) {
        WebVisitor other = new WebVisitor(port);
        return other.send(
                other.request("/cases").setHeader("Accept", "text/html").header("Cookie", "JSESSIONID=" + id));
    }

    /** Every address of ours that changes something, whatever it is. */
    @Test
    void no_change_of_ours_is_made_by_a_foreign_page() {
        WebVisitor visitor = WebVisitor.loggedIn(port, USER);
        var changes = new TreeSet<String>();
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getMethodsCondition().getMethods().stream()
                        .filter(m -> m != RequestMethod.GET && m != RequestMethod.HEAD)
                        .forEach(m -> mapping.getPatternValues().forEach(p -> changes.add(m + " " + p))));
        // Without a session there: the secret in the address stands for the token.
        changes.remove("POST /survey/{token}");
        assertThat(changes).hasSizeGreaterThan(25);
        for (String change : changes) {
            String path = change.substring(change.indexOf(' ') + 1)
                    .replaceAll("\\{[^}]*PX-[^}]*}", "PX-1")
                    .replaceAll("\\{[^}]*CC-[^}]*}", "CC-1")
                    .replaceAll("\\{[^}]*BS-[^}]*}", "ZGBS-1")
                    .replaceAll("\\{[^}]*}+", "1");
            for (String token : new String[] {null, "guessed"}) {
                HttpRequest.Builder request = visitor.request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .method(change.substring(0, change.indexOf(' ')), BodyPublishers.ofString("a=b"));
                if (token != null) {
                    request.header("X-XSRF-TOKEN", token);
                }
                HttpResponse<String> answer = visitor.send(request);
                assertThat(answer.statusCode()).as(change).isEqualTo(403);
                assertThat(answer.body()).as(change).contains("页面已过期");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/deployment/create", "/camunda/api/engine/engine/default/task/create"})
    void nor_one_of_the_engine(String path) {
        WebVisitor visitor = WebVisitor.loggedIn(port, "admin");
        HttpResponse<String> answer = visitor.send(
                visitor.request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    static Stream<String> pages() {
        return Stream.of(
                "/cases",
                "/dashboard",
                "/calendar",
                "/no-such-page",
                "/pages.css",
                "/pages.js",
                "/api/search?q=x",
                "/api/openapi",
                "/engine-rest/engine",
                "/actuator/health",
                "/survey/no-such-token",
                WebVisitor.START,
                "/camunda/app/cockpit/default/",
                "/camunda/api/admin/auth/user/default");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_answer_tells_the_browser_to_be_careful(String path) {
        HttpResponse<String> answer = overTls(WebVisitor.loggedIn(port, "hq-pmd-manager"), path);
        Map<String, List<String>> headers = answer.headers().map();
        assertThat(headers).as(path).containsEntry("x-content-type-options", List.of("nosniff"));
        assertThat(only(headers, "x-frame-options")).as(path).isIn("SAMEORIGIN", "DENY");
        assertThat(only(headers, "referrer-policy")).as(path).isIn("same-origin", "no-referrer");
        assertThat(only(headers, "strict-transport-security")).as(path).startsWith("max-age=31536000");
        assertThat(headers).doesNotContainKeys("server", "x-powered-by");
    }

    /** No script but the program's own files. */
    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/dashboard", "/calendar", "/no-such-page", "/survey/no-such-token"})
    void our_pages_run_nothing_written_into_them(String path) {
        HttpResponse<String> answer =
                WebVisitor.loggedIn(port, "hq-pmd-manager").get(path);
        String policy = only(answer.headers().map(), "content-security-policy");
        assertThat(policy)
                .contains("default-src '", "form-action 'self'", "frame-ancestors '", "base-uri '")
                .doesNotContain("script-src", "unsafe-eval", "*", "http:");
        assertThat(answer.body()).doesNotContain("<script>", "onclick=", "javascript:");
    }

    @Test
    void without_tls_nothing_promises_it() {
        assertThat(WebVisitor.loggedIn(port, USER).get("/cases").headers().map())
                .doesNotContainKey("strict-transport-security");
    }

    @Test
    void cookies_stay_where_they_belong() {
        WebVisitor visitor = new WebVisitor(port);
        List<String> cookies = overTls(visitor, WebVisitor.START).headers().allValues("set-cookie");
        assertThat(cookies).hasSize(2);
        assertThat(cookies)
                .filteredOn(c -> c.startsWith("JSESSIONID="))
                .singleElement()
                .asString()
                .contains("; HttpOnly", "; Secure", "; SameSite=Lax");
        assertThat(cookies)
                .filteredOn(c -> c.startsWith("XSRF-TOKEN="))
                .singleElement()
                .asString()
                .as("the scripts of the webapps read it")
                .containsIgnoringCase("SameSite=Lax")
                .contains(";Secure")
                .doesNotContain("HttpOnly");
    }

    /** The session is in a cookie or nowhere: an address with it would be in every log on the way. */
    @Test
    void no_address_carries_the_session() {
        WebVisitor visitor = WebVisitor.loggedIn(port, USER);
        String id = visitor.cookie("JSESSIONID").orElseThrow();
        WebVisitor other = new WebVisitor(port);
        assertThat(other.get("/cases;jsessionid=" + id).statusCode()).isNotEqualTo(200);
    }

    private static HttpResponse<String> overTls(WebVisitor visitor, String path) {
        return visitor.send(visitor.request(path).GET().header("X-Forwarded-Proto", "https"));
    }

    private static String only(Map<String, List<String>> headers, String name) {
        assertThat(headers).containsKey(name);
        assertThat(headers.get(name)).as(name).hasSize(1);
        return headers.get(name).get(0);
    }
}

package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.WebVisitor;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How much somebody may send to the engine at once, whether the length is told before or not. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BodyLimitTest {

    private static final int MEGABYTE = 1024 * 1024;

    /** Whoever reads an upload by blocks stops at its last boundary, and may not see a single byte more. */
    private static final int REST = 8192;

    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String MULTIPART = "multipart/form-data; boundary=XX";

    @LocalServerPort
    int port;

    enum Sent {
        WITH_LENGTH(BodyPublishers::ofByteArray),
        IN_CHUNKS(body -> BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));

        private final Function<byte[], BodyPublisher> publisher;

        Sent(Function<byte[], BodyPublisher> publisher) {
            this.publisher = publisher;
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deployment_has_ten_megabytes(Sent sent) {
        for (String engine : new String[] {"/engine-rest", WEBAPPS}) {
            HttpResponse<String> answer =
                    send(sent, "POST", engine + "/deployment/create", MULTIPART, upload(10 * MEGABYTE + REST));
            refused(answer, 10);
        }
        HttpResponse<String> smaller =
                send(sent, "POST", "/engine-rest/deployment/create", MULTIPART, upload(10 * MEGABYTE - 1000));
        assertThat(smaller.statusCode()).as(smaller.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource
    void anything_else_has_two(Sent sent) {
        for (String path : new String[] {"/engine-rest/task", WEBAPPS + "/task"}) {
            refused(send(sent, "POST", path, "application/json", tasks(2 * MEGABYTE + 1)), 2);
        }
        refused(send(sent, "POST", "/engine-rest/task/1/attachment/create", MULTIPART, upload(2 * MEGABYTE + REST)), 2);
        assertThat(send(sent, "POST", "/engine-rest/task", "application/json", tasks(2 * MEGABYTE))
                        .statusCode())
                .isEqualTo(200);
    }

    /** Spring reads these fields before it asks who sends them. */
    @ParameterizedTest
    @EnumSource
    void so_have_the_fields_of_a_form_wherever_they_go(Sent sent) {
        byte[] fields = ("a=" + "b".repeat(2 * MEGABYTE)).getBytes(StandardCharsets.US_ASCII);
        refused(send(sent, "PUT", "/whatever", "application/x-www-form-urlencoded", fields), 2);
    }

    @ParameterizedTest
    @CsvSource({"/engine-rest/deployment/%63reate, 10", "/%65ngine-rest/task/1/attachment/create, 2"})
    void an_address_written_otherwise_is_no_way_around(String path, int limit) {
        refused(send(Sent.WITH_LENGTH, "POST", path, MULTIPART, upload(limit * MEGABYTE + REST)), limit);
    }

    @Test
    void a_photo_for_our_own_pages_may_be_larger() {
        HttpResponse<String> answer =
                send(Sent.WITH_LENGTH, "POST", "/cases/none/files", MULTIPART, upload(3 * MEGABYTE));
        assertThat(answer.statusCode()).isNotEqualTo(413);
    }

    private static void refused(HttpResponse<String> answer, int megabytes) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body())
                .startsWith("{")
                .contains("一次提交的内容过大,最多 " + megabytes + " MB")
                .endsWith("}");
    }

    /** A query that finds nothing, and as much white space as it takes. */
    private static byte[] tasks(int size) {
        String query = "{\"taskDefinitionKey\":\"none\"}";
        return (query + " ".repeat(size - query.length())).getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] upload(int size) {
        String head = "--XX\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n";
        String end = "\r\n--XX--\r\n";
        return (head + "x".repeat(size - head.length() - end.length()) + end).getBytes(StandardCharsets.US_ASCII);
    }

    private HttpResponse<String> send(Sent sent, String method, String path, String type, byte[] body) {
        boolean webapp = path.startsWith("/camunda");
        WebVisitor visitor = webapp ? WebVisitor.loggedIn(port, "nanjing-pmd") : new WebVisitor(port);
        HttpRequest.Builder request =
                visitor.request(path).header("Content-Type", type).method(method, sent.publisher.apply(body));
        if (!webapp) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString("nanjing-pmd:demo".getBytes(StandardCharsets.UTF_8)));
        }
        return visitor.send(visitor.withToken(request));
    }
}

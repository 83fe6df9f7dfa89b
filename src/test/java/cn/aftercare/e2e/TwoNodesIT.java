package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: a person's requests may reach either, and a node that dies takes no login with it. */
@Tag("postgresql")
class TwoNodesIT {

    private static final String DATABASE = "aftercare";

    @Test
    void aLoginHoldsOnEveryNodeAndOutlivesTheOneItWasMadeOn() throws Exception {
        try (DebianPostgres postgres = DebianPostgres.start()) {
            postgres.createDatabase(DATABASE);
            try (PackagedApp first = PackagedApp.start(postgres.options(DATABASE));
                    PackagedApp second = PackagedApp.start(postgres.options(DATABASE))) {
                Browser browser = new Browser();
                assertThat(browser.get(second, "/cases").statusCode()).isEqualTo(302);

                browser.logIn(first, Site.MANAGER);
                assertThat(browser.get(first, "/cases").statusCode()).isEqualTo(200);
                assertThat(browser.get(second, "/cases").statusCode()).isEqualTo(200);
                assertThat(browser.get(second, "/camunda/api/engine/engine/default/task/count")
                                .statusCode())
                        .isEqualTo(200);
                // The token a form was shown with counts on the other node as well.
                assertThat(browser.post(
                                        second,
                                        "/camunda/api/engine/engine/default/task/count",
                                        "application/json",
                                        "{}")
                                .statusCode())
                        .isEqualTo(200);

                first.kill();
                assertThat(browser.get(second, "/cases").statusCode()).isEqualTo(200);

                first.restart();
                assertThat(browser.get(first, "/cases").statusCode()).isEqualTo(200);
                assertThat(browser.post(second, "/camunda/api/admin/auth/user/default/logout", "application/json", "")
                                .statusCode())
                        .isEqualTo(200);
                assertThat(browser.get(first, "/cases").statusCode())
                        .as("who leaves one node has left all")
                        .isEqualTo(302);
            }
        }
    }

    /** What a browser does with the cookies of the webapps; ports make no difference to them. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient http =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(PackagedApp app, String path) throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(app.uri(path))
                            .header("Accept", "text/html,*/*")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        HttpResponse<String> post(PackagedApp app, String path, String type, String body)
                throws IOException, InterruptedException {
            return http.send(
                    HttpRequest.newBuilder(app.uri(path))
                            .header("Content-Type", type)
                            .header("X-XSRF-TOKEN", token())
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }

        void logIn(PackagedApp app, String user) throws IOException, InterruptedException {
            get(app, "/camunda/app/tasklist/default/");
            String form = Map.of("username", user, "password", Demo.PASSWORD).entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            HttpResponse<String> answer = post(
                    app,
                    "/camunda/api/admin/auth/user/default/login/tasklist",
                    "application/x-www-form-urlencoded",
                    form);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }

        private String token() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .map(HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }
    }
}

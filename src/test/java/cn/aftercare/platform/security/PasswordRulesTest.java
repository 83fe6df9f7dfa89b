package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.WebVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * A production start, its secrets given from outside: what passwords people may choose, and what of the secrets can be
 * read anywhere afterwards.
 */
@ExtendWith(OutputCaptureExtension.class)
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(
        properties = {
            "aftercare.demo-logins=false",
            "aftercare.admin.user=chief",
            "aftercare.admin.password=" + PasswordRulesTest.ADMIN,
            "aftercare.directory.password=" + PasswordRulesTest.DIRECTORY,
            "aftercare.notification.webhooks[0].group=*",
            "aftercare.notification.webhooks[0].url=http://127.0.0.1:9/send?key=" + PasswordRulesTest.WEBHOOK,
            "aftercare.notification.mail.from=aftercare@company.example",
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=9",
            "spring.mail.username=mailer",
            "spring.mail.password=" + PasswordRulesTest.MAIL
        })
class PasswordRulesTest {

    static final String ADMIN = "uPhill-Bicycle-71";
    static final String DIRECTORY = "quIet-Harbour-58";
    static final String WEBHOOK = "maRble-Lantern-93";
    static final String MAIL = "orchArd-Window-26";

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Autowired
    ObjectMapper json;

    @AfterEach
    void remove() {
        identity.deleteUser("wang-haiyan");
        identity.unlockUser("chief");
    }

    /** Not even behind those only an administrator may open. */
    @Test
    void no_secret_is_in_the_log_of_a_start_nor_behind_any_address(CapturedOutput log) {
        WebVisitor chief = chief();
        assertThat(log.getAll()).contains("Started");
        for (String path : List.of(
                "/actuator",
                "/actuator/info",
                "/actuator/health",
                "/actuator/metrics",
                "/actuator/env",
                "/actuator/configprops",
                "/engine-rest/engine",
                ENGINE + "/identity/password-policy",
                ENGINE + "/user/chief/profile",
                "/api/openapi")) {
            assertThat(chief.get(path).body()).as(path).doesNotContain(ADMIN, DIRECTORY, WEBHOOK, MAIL);
        }
        assertThat(log.getAll()).doesNotContain(ADMIN, DIRECTORY, WEBHOOK, MAIL);
    }

    @Test
    void a_password_has_twelve_characters_and_is_not_ones_own_name() {
        WebVisitor chief = chief();
        for (String weak : List.of("short", "elevenchars", "wang-haiyan-1", "xxHaiyan-Wangxx")) {
            refusedByTheRules(create(chief, weak));
        }
        assertThat(identity.createUserQuery().userId("wang-haiyan").count()).isZero();
        assertThat(create(chief, "twelve-chars").statusCode()).isEqualTo(204);

        refusedByTheRules(password(chief, ADMIN, "tooshort"));
        assertThat(password(chief, "not-the-chiefs", "longer-than-before").statusCode())
                .as("an administrator proves who it is")
                .isEqualTo(400);
        EngineTime.advance(Duration.ofSeconds(2)); // the wait after a wrong one
        assertThat(password(chief, ADMIN, "longer-than-before").statusCode()).isEqualTo(204);
        assertThat(new WebVisitor(port)
                        .login("wang-haiyan", "longer-than-before", "tasklist")
                        .statusCode())
                .as("right, but of no group yet")
                .isEqualTo(403);
    }

    /** With the engine's general failure, which nobody reads who uses Admin: it asks for the rules before it sends. */
    private static void refusedByTheRules(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isBetween(400, 500);
        assertThat(answer.body()).contains("Password does not match policy");
    }

    /** Admin shows the rules the server names, in the words of its own Chinese texts. */
    @Test
    void admin_tells_the_rules_in_chinese() throws IOException {
        WebVisitor chief = chief();
        JsonNode rules = json.readTree(
                        chief.get(ENGINE + "/identity/password-policy").body())
                .get("rules");
        JsonNode texts = json.readTree(
                        chief.get("/camunda/app/admin/locales/zh-CN.json").body())
                .get("labels");
        assertThat(rules).hasSize(2);
        for (JsonNode rule : rules) {
            String text = texts.path(rule.get("placeholder").asText()).asText();
            assertThat(text).as(rule.toString()).matches(".*\\p{IsHan}.*");
        }
        assertThat(rules.findValue("parameter").findValue("minLength").asText()).isEqualTo("12");
    }

    private HttpResponse<String> create(WebVisitor chief, String password) {
        return chief.json(
                "POST",
                ENGINE + "/user/create",
                text(Map.of(
                        "profile",
                        Map.of(
                                "id",
                                "wang-haiyan",
                                "firstName",
                                "haiyan-wang",
                                "lastName",
                                "",
                                "email",
                                "w@company.example"),
                        "credentials",
                        Map.of("password", password))));
    }

    private HttpResponse<String> password(WebVisitor chief, String own, String next) {
        return chief.json(
                "PUT",
                ENGINE + "/user/wang-haiyan/credentials",
                text(Map.of("password", next, "authenticatedUserPassword", own)));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private WebVisitor chief() {
        WebVisitor chief = new WebVisitor(port);
        assertThat(chief.login("chief", ADMIN, "admin").statusCode()).isEqualTo(200);
        return chief;
    }
}

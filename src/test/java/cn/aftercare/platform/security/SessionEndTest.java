package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.WebVisitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session ends with the password it began with, and with a lock for good: whoever stole it has it no longer. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SessionEndTest {

    private static final String LOGIN = "nanjing-bidding";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void stopTheClock() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
        User user = identity.newUser(LOGIN);
        user.setPassword("demo");
        identity.saveUser(user);
        identity.createMembership(LOGIN, "nanjing-marketing");
    }

    @AfterEach
    void gone() {
        identity.deleteUser(LOGIN);
        identity.unlockUser("admin");
    }

    @Test
    void another_password_ends_the_sessions_of_the_old_one() {
        WebVisitor stolen = WebVisitor.loggedIn(port, LOGIN);
        WebVisitor own = WebVisitor.loggedIn(port, LOGIN);
        assertThat(own.get("/cases").statusCode()).isEqualTo(200);

        assertThat(own.json(
                                "PUT",
                                "/camunda/api/engine/engine/default/user/" + LOGIN + "/credentials",
                                "{\"password\":\"another\",\"authenticatedUserPassword\":\"demo\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(page(stolen).statusCode()).isEqualTo(302);
        assertThat(stolen.get(TASKS).statusCode()).as("the session is no more").isEqualTo(401);
        assertThat(own.get("/api/search?q=x").statusCode()).isEqualTo(401);
        assertThat(own.login(LOGIN, "another", "tasklist").statusCode()).isEqualTo(200);
        assertThat(page(own).statusCode()).isEqualTo(200);
    }

    @Test
    void so_it_does_in_the_webapps_a_minute_later() {
        WebVisitor stolen = WebVisitor.loggedIn(port, LOGIN);
        assertThat(stolen.get(TASKS).statusCode()).isEqualTo(200);
        reset();
        EngineTime.advance(Duration.ofSeconds(61));
        assertThat(stolen.get(TASKS).statusCode()).isEqualTo(401);
        assertThat(page(stolen).statusCode()).isEqualTo(302);
    }

    /** Or strangers could throw people out of their work. */
    @Test
    void wrong_passwords_end_none() {
        WebVisitor visitor = WebVisitor.loggedIn(port, LOGIN);
        for (int i = 0; i < 11; i++) {
            wrongPassword(LOGIN);
        }
        assertThat(page(visitor).statusCode()).isEqualTo(200);
    }

    @Test
    void one_who_gives_the_password_each_time_needs_the_new_one() {
        assertThat(basic(LOGIN, "demo").statusCode()).isEqualTo(200);
        reset();
        assertThat(basic(LOGIN, "demo").statusCode()).isEqualTo(401);
        EngineTime.advance(Duration.ofSeconds(2));
        assertThat(basic(LOGIN, "another").statusCode()).isEqualTo(200);
    }

    /** As an administrator would. */
    private void reset() {
        User user = identity.createUserQuery().userId(LOGIN).singleResult();
        user.setPassword("another");
        identity.saveUser(user);
    }

    private void wrongPassword(String user) {
        assertThat(basic(user, "wrong").statusCode()).isEqualTo(401);
        EngineTime.advance(Duration.ofSeconds(61));
    }

    private static HttpResponse<String> page(WebVisitor visitor) {
        return visitor.send(visitor.request("/cases").setHeader("Accept", "text/html"));
    }

    private HttpResponse<String> basic(String user, String password) {
        WebVisitor program = new WebVisitor(port);
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return program.send(program.request("/api/search?q=x").header("Authorization", "Basic " + credentials));
    }
}

package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.WebVisitor;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Guessing passwords: a growing wait after each wrong one, the end after ten, whichever way in is tried. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Walk.class)
class LockoutTest {

    private static final String LOGIN = "nanjing-marketing";
    private static final String RIGHT = "demo";
    private static final String WRONG = "guess";

    /** Seconds of waiting after the first, second … wrong password in a row. */
    private static final int[] WAITS = {1, 2, 4, 8, 16, 32, 60, 60, 60};

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    enum WayIn {
        TASKLIST {
            @Override
            HttpResponse<String> attempt(int port, String user, String password) {
                return new WebVisitor(port).login(user, password, "tasklist");
            }
        },
        ENGINE_REST {
            @Override
            HttpResponse<String> attempt(int port, String user, String password) {
                return basic(port, "/engine-rest/engine", user, password);
            }
        },
        API {
            @Override
            HttpResponse<String> attempt(int port, String user, String password) {
                return basic(port, "/api/search?q=x", user, password);
            }
        };

        abstract HttpResponse<String> attempt(int port, String user, String password);

        boolean opens(int port, String user, String password) {
            int status = attempt(port, user, password).statusCode();
            assertThat(status).isIn(200, 401);
            return status == 200;
        }
    }

    private static HttpResponse<String> basic(int port, String path, String user, String password) {
        WebVisitor visitor = new WebVisitor(port);
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return visitor.send(visitor.request(path).header("Authorization", "Basic " + credentials));
    }

    @BeforeEach
    void stopTheClock() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
    }

    @AfterEach
    void unlock() {
        identity.unlockUser(LOGIN);
        identity.unlockUser("admin");
    }

    @ParameterizedTest
    @EnumSource
    void each_wrong_password_makes_everybody_wait_longer(WayIn way) {
        for (int wait : WAITS) {
            assertThat(way.opens(port, LOGIN, WRONG)).isFalse();
            EngineTime.advance(Duration.ofSeconds(wait).minusMillis(1));
            assertThat(way.opens(port, LOGIN, RIGHT))
                    .as("the right password within " + wait + " s")
                    .isFalse();
            EngineTime.advance(Duration.ofMillis(2));
        }
        assertThat(way.opens(port, LOGIN, RIGHT)).as("after nine, and the wait").isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void after_ten_in_a_row_only_an_administrator_opens_again(WayIn way) {
        fail(way, 10);
        EngineTime.advance(Duration.ofDays(365));
        assertThat(way.opens(port, LOGIN, RIGHT)).isFalse();

        // The button 解锁用户 in Admin.
        HttpResponse<String> unlocked =
                administrator().json("POST", "/camunda/api/engine/engine/default/user/" + LOGIN + "/unlock", "{}");
        assertThat(unlocked.statusCode()).isEqualTo(204);
        assertThat(way.opens(port, LOGIN, RIGHT)).isTrue();
    }

    /** Anybody may know the name "admin", and nobody could unlock the last administrator. */
    @ParameterizedTest
    @EnumSource
    void an_administrator_waits_a_minute_and_is_never_locked_for_good(WayIn way) {
        for (int i = 0; i < 12; i++) {
            assertThat(way.opens(port, "admin", WRONG)).isFalse();
            EngineTime.advance(Duration.ofSeconds(61));
        }
        assertThat(way.opens(port, "admin", WRONG)).isFalse();
        EngineTime.advance(Duration.ofSeconds(60).minusMillis(1));
        assertThat(way.opens(port, "admin", RIGHT)).isFalse();
        EngineTime.advance(Duration.ofMillis(2));
        assertThat(way.opens(port, "admin", RIGHT)).isTrue();
    }

    @Test
    void an_administrator_locked_before_that_is_not_any_more() {
        fail(WayIn.API, 10);
        identity.createMembership(LOGIN, "camunda-admin");
        try {
            assertThat(WayIn.API.opens(port, LOGIN, RIGHT)).isTrue();
        } finally {
            identity.deleteMembership(LOGIN, "camunda-admin");
        }
    }

    @Test
    void the_ways_in_share_one_count() {
        for (int i = 0; i < 10; i++) {
            WayIn way = WayIn.values()[i % WayIn.values().length];
            assertThat(way.opens(port, LOGIN, WRONG)).isFalse();
            EngineTime.advance(Duration.ofSeconds(61));
        }
        for (WayIn way : WayIn.values()) {
            assertThat(way.opens(port, LOGIN, RIGHT)).as(way.name()).isFalse();
        }
    }

    @Test
    void the_right_password_begins_a_new_count() {
        fail(WayIn.API, 9);
        assertThat(WayIn.API.opens(port, LOGIN, RIGHT)).isTrue();
        fail(WayIn.API, 9);
        assertThat(WayIn.API.opens(port, LOGIN, RIGHT)).isTrue();
    }

    /** Otherwise whoever is logged in could guess the passwords of the others there. */
    @Test
    void the_engines_own_password_check_counts_too() {
        WebVisitor colleague = WebVisitor.loggedIn(port, "nanjing-materials");
        String guess = "{\"username\":\"" + LOGIN + "\",\"password\":\"" + WRONG + "\"}";
        for (int i = 0; i < 10; i++) {
            colleague.json("POST", "/camunda/api/engine/engine/default/identity/verify", guess);
            EngineTime.advance(Duration.ofSeconds(61));
        }
        assertThat(WayIn.API.opens(port, LOGIN, RIGHT)).isFalse();
    }

    @Test
    void nobody_but_an_administrator_unlocks() {
        fail(WayIn.API, 10);
        for (String user : List.of("nanjing-pmd-manager", "hq-top-management", "analyst")) {
            HttpResponse<String> answer = WebVisitor.loggedIn(port, user)
                    .json("POST", "/camunda/api/engine/engine/default/user/" + LOGIN + "/unlock", "{}");
            assertThat(answer.statusCode()).as(user).isEqualTo(403);
        }
        assertThat(WayIn.API.opens(port, LOGIN, RIGHT)).isFalse();
    }

    @Test
    void a_locked_login_reads_in_chinese_what_may_be_the_matter() {
        fail(WayIn.API, 10);
        assertThat(WayIn.API.attempt(port, LOGIN, RIGHT).body()).contains("用户名或密码不正确,或账号因多次输错暂时锁定");
        // What the login form of the webapps shows for a 401.
        assertThat(new WebVisitor(port)
                        .get("/camunda/app/tasklist/locales/zh-CN.json")
                        .body())
                .contains("用户名或密码错误、用户被锁定");
    }

    /** Sent all at once, guesses are counted one by one, and none is answered with a failure of the server. */
    @Test
    void many_guesses_at_once_are_no_way_around() throws Exception {
        int guesses = 8;
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(guesses);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < guesses; i++) {
                Callable<Integer> guess = () -> {
                    go.await();
                    return WayIn.API.attempt(port, LOGIN, WRONG).statusCode();
                };
                answers.add(pool.submit(guess));
            }
            go.countDown();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(401);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(WayIn.API.opens(port, LOGIN, RIGHT))
                .as("one was counted, the others met the lock")
                .isFalse();
        EngineTime.advance(Duration.ofSeconds(61));
        assertThat(WayIn.API.opens(port, LOGIN, RIGHT)).isTrue();
    }

    private void fail(WayIn way, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(way.opens(port, LOGIN, WRONG)).isFalse();
            EngineTime.advance(Duration.ofSeconds(61));
        }
    }

    private WebVisitor administrator() {
        return WebVisitor.loggedIn(port, "admin");
    }
}

package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.WebVisitor;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people may change of themselves: the password, and nothing else. */
@EngineTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OwnAccountTest {

    private static final String REST = "/engine-rest";
    private static final String WEBAPPS = "/camunda/api/engine/engine/default";
    private static final String LOGIN = "wang-haiyan";
    private static final String PROFILE =
            "{\"id\":\"wang-haiyan\",\"firstName\":\"%s\",\"lastName\":\"\",\"email\":\"%s\"}";

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void hired() {
        User user = identity.newUser(LOGIN);
        user.setFirstName("王海燕");
        user.setLastName("");
        user.setEmail("haiyan@company.example");
        user.setPassword("demo");
        identity.saveUser(user);
        identity.createMembership(LOGIN, "nanjing-marketing");
    }

    @AfterEach
    void gone() {
        identity.deleteUser(LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void name_mail_and_account_are_not_ones_own(String engine) {
        refused(send(LOGIN, "PUT", engine + "/user/" + LOGIN + "/profile", profile("王海燕", "x@demo.invalid")));
        refused(send(LOGIN, "PUT", engine + "/user/" + LOGIN + "/profile", profile("王大燕", "haiyan@company.example")));
        refused(send(LOGIN, "DELETE", engine + "/user/" + LOGIN, ""));

        assertThat(identity.createUserQuery().userId(LOGIN).list())
                .extracting(User::getFirstName, User::getEmail)
                .containsExactly(tuple("王海燕", "haiyan@company.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void the_password_is(String engine) {
        HttpResponse<String> answer = send(
                LOGIN,
                "PUT",
                engine + "/user/" + LOGIN + "/credentials",
                "{\"password\":\"another-one\",\"authenticatedUserPassword\":\"demo\"}");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(identity.checkPassword(LOGIN, "another-one")).isTrue();
    }

    @Test
    void nobody_changes_a_colleague() {
        for (String body :
                new String[] {profile("王大燕", "haiyan@company.example"), profile("王海燕", "haiyan@company.example")}) {
            assertThat(send("nanjing-pmd-manager", "PUT", REST + "/user/" + LOGIN + "/profile", body)
                            .statusCode())
                    .isEqualTo(403);
        }
        refused(send("nanjing-pmd-manager", "DELETE", REST + "/user/" + LOGIN, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {REST, WEBAPPS})
    void an_administrator_changes_and_deletes_people(String engine) {
        assertThat(send("admin", "PUT", engine + "/user/" + LOGIN + "/profile", profile("王大燕", "dayan@company.example"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(identity.createUserQuery().userId(LOGIN).singleResult().getEmail())
                .isEqualTo("dayan@company.example");
        assertThat(send("admin", "DELETE", engine + "/user/" + LOGIN, "").statusCode())
                .isEqualTo(204);
        assertThat(identity.createUserQuery().userId(LOGIN).count()).isZero();
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("姓名、邮箱和账号由系统管理员维护");
    }

    private static String profile(String name, String mail) {
        return PROFILE.formatted(name, mail);
    }

    private HttpResponse<String> send(String user, String method, String path, String body) {
        if (path.startsWith(WEBAPPS)) {
            return WebVisitor.loggedIn(port, user).json(method, path, body);
        }
        WebVisitor program = new WebVisitor(port);
        HttpRequest.Builder request = program.request(path)
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString((user + ":demo").getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(body));
        return program.send(request);
    }
}

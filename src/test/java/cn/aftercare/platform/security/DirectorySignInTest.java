package cn.aftercare.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** With a directory its passwords count, and only they; people, roles and units are still ours. */
@EngineTest
class DirectorySignInTest {

    private static final String LOGIN = "nanjing-engineer";
    private static final InMemoryDirectoryServer DIRECTORY = directory();

    private static InMemoryDirectoryServer directory() {
        try {
            InMemoryDirectoryServerConfig config = new InMemoryDirectoryServerConfig("dc=company,dc=example");
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig(
                    "test", InetAddress.getLoopbackAddress(), freePort(), null));
            config.addAdditionalBindCredentials("cn=search", "searching");
            // Nobody but the account of ours may search.
            config.setAuthenticationRequiredOperationTypes(com.unboundid.ldap.sdk.OperationType.SEARCH);
            InMemoryDirectoryServer server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=company,dc=example", "objectClass: domain", "dc: company");
            server.add("dn: ou=people,dc=company,dc=example", "objectClass: organizationalUnit", "ou: people");
            person(server, LOGIN, "directory-secret");
            person(server, "stranger", "directory-secret");
            person(server, "newcomer", "directory-secret");
            server.startListening();
            return server;
        } catch (LDAPException | LDIFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same after the outage. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void person(InMemoryDirectoryServer server, String uid, String password)
            throws LDAPException, LDIFException {
        server.add(
                "dn: uid=" + uid + ",ou=people,dc=company,dc=example",
                "objectClass: inetOrgPerson",
                "uid: " + uid,
                "cn: 马少军",
                "sn: 马",
                "userPassword: " + password);
    }

    @DynamicPropertySource
    static void configured(DynamicPropertyRegistry properties) {
        properties.add("aftercare.directory.url", () -> "ldap://127.0.0.1:" + DIRECTORY.getListenPort("test"));
        properties.add("aftercare.directory.base", () -> "ou=people,dc=company,dc=example");
        properties.add("aftercare.directory.filter", () -> "(uid={0})");
        properties.add("aftercare.directory.user", () -> "cn=search");
        properties.add("aftercare.directory.password", () -> "searching");
        properties.add("aftercare.directory.local-users", () -> "admin");
        properties.add("aftercare.directory.timeout", () -> "2s");
    }

    @Autowired
    MockMvc web;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void listening() throws LDAPException {
        if (DIRECTORY.getListenPort("test") < 0) {
            DIRECTORY.startListening("test");
        }
    }

    @AfterEach
    void unlock() {
        identity.unlockUser(LOGIN);
    }

    @AfterAll
    static void stop() {
        DIRECTORY.shutDown(true);
    }

    @Test
    void the_password_of_the_directory_opens_and_ours_does_not() throws Exception {
        login(LOGIN, "directory-secret").andExpect(status().isOk());
        login(LOGIN, "demo").andExpect(status().isUnauthorized());
        assertThat(identity.checkPassword(LOGIN, "directory-secret")).isFalse(); // locked for a second
        EngineTime.advance(Duration.ofSeconds(5));
        assertThat(identity.checkPassword(LOGIN, "directory-secret")).isTrue();
    }

    /** A directory takes a login without password for an anonymous one. */
    @Test
    void no_password_is_no_password() throws Exception {
        login(LOGIN, "").andExpect(status().isUnauthorized());
    }

    @Test
    void whoever_is_unknown_here_or_there_stays_out() throws Exception {
        login("stranger", "directory-secret").andExpect(status().isUnauthorized());
        login("suzhou-engineer", "demo").andExpect(status().isUnauthorized());
        // What has a meaning in a search is a name like any other.
        User joker = identity.newUser("*");
        assertThatThrownBy(() -> identity.saveUser(joker)).isInstanceOf(RuntimeException.class);
        login("nanjing-engin*", "directory-secret").andExpect(status().isUnauthorized());
    }

    @Test
    void the_administrator_gets_in_with_the_password_kept_here() throws Exception {
        login("admin", "demo").andExpect(status().isOk());
    }

    /** Whom the directory signs in needs no password of ours, and is told none. */
    @Test
    void people_who_are_imported_sign_in_with_the_password_they_have() throws Exception {
        MockMultipartFile sheet =
                new MockMultipartFile("file", "登录名,姓名,岗位\nnewcomer,马少军,南京分公司 物资部\n".getBytes(StandardCharsets.UTF_8));
        web.perform(multipart("/api/people/import").file(sheet).with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.created").value(1))
                .andExpect(jsonPath("$.passwords.length()").value(0));
        login("newcomer", "directory-secret").andExpect(status().isOk());
        identity.deleteUser("newcomer");
    }

    /** Nobody is locked out because the directory was down, and the administrator still gets in. */
    @Test
    void a_directory_that_does_not_answer_is_nobodys_wrong_password() throws Exception {
        DIRECTORY.shutDown("test", true);
        login(LOGIN, "directory-secret")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "30"))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("公司目录服务暂时没有响应,请稍后再登录")));
        login("admin", "demo").andExpect(status().isOk());
    }

    @Test
    void a_mistake_in_the_configuration_is_found_at_the_start() {
        assertThatThrownBy(() -> settings("company.example", "(uid={0})"))
                .hasMessageContaining("aftercare.directory.url must be like ldaps://host:636");
        assertThatThrownBy(() -> settings("ldap://company.example", "(uid=*)"))
                .hasMessageContaining("aftercare.directory.filter lacks {0}");
        assertThat(settings("ldaps://company.example", "(uid={0})").toString()).doesNotContain("secret");
    }

    private static DirectorySettings settings(String url, String filter) {
        return new DirectorySettings(url, "", filter, "cn=search", "secret", Set.of(), Duration.ofSeconds(1));
    }

    private ResultActions login(String user, String password) throws Exception {
        return web.perform(get("/api/search").param("q", "金陵").with(httpBasic(user, password)));
    }
}

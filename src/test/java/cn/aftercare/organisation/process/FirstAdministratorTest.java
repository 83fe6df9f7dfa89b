package cn.aftercare.organisation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.organisation.Unit;
import cn.aftercare.platform.StartRefusedException;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a production start does about its first administrator. */
class FirstAdministratorTest {

    private static final List<Unit> UNITS = List.of(Unit.of("hq", "总部"), Unit.of("nanjing", "南京分公司"));

    private ProcessEngine engine;
    private IdentityService identity;

    @BeforeEach
    void anEngineWithoutPeople() {
        String name = "admin" + UUID.randomUUID().toString().replace("-", "");
        var configuration = ProcessEngineConfiguration.createStandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName(name)
                .setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setGroupResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setUserResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setTenantResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine = configuration.buildProcessEngine();
        identity = engine.getIdentityService();
        new GroupsAndTenants(identity).ensure(UNITS);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "boss, '', AFTERCARE_ADMIN_PASSWORD is not set",
        "boss, elevenchars, shorter than 12 characters",
        "boss, Change-me-too-please, is that of an example",
        "boss, the-boss-is-here, contains the login",
        "bo ss, correct horse 7, may hold letters"
    })
    void a_start_without_a_good_password_is_refused(String user, String password, String reason) {
        assertThatThrownBy(() -> new Administrators(identity, user, password).ensure())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("管理员")
                .hasMessageNotContaining("elevenchars");
        assertThat(identity.createUserQuery().count()).isZero();
    }

    @Test
    void with_password_there_is_one_administrator_who_is_asked_for_no_more() {
        new Administrators(identity, "boss", "correct horse 7").ensure();
        new Administrators(identity, "boss", "").ensure();

        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").list())
                .extracting(User::getId)
                .containsExactly("boss");
        assertThat(identity.checkPassword("boss", "correct horse 7")).isTrue();
    }

    @Test
    void production_has_no_demo_logins() {
        demo(false);

        assertThat(identity.createUserQuery().count()).isZero();
    }

    @Test
    void a_demo_database_never_goes_into_production() {
        demo(true);
        assertThat(identity.createUserQuery().list())
                .extracting(User::getId)
                .contains("admin", "analyst", "hq-quality", "nanjing-after-sales")
                .doesNotContain("nanjing-quality")
                .hasSize(16 + 12 + 2);
        assertThatCode(() -> demo(true)).doesNotThrowAnyException();

        refusedForDemoLogins();
        // Whatever becomes of them: the passwords of the others are known.
        identity.createUserQuery().list().forEach(user -> {
            user.setEmail("");
            identity.saveUser(user);
        });
        identity.deleteUser("hq-quality");
        refusedForDemoLogins();
    }

    @Test
    void a_demo_database_of_an_earlier_version_is_known_by_its_logins() {
        demo(true);
        engine.getManagementService().deleteProperty(DemoLogins.MARK);
        refusedForDemoLogins();
    }

    /** Or whoever gives somebody such a mail would keep the program from starting. */
    @Test
    void a_mail_makes_nobody_a_demo_login() {
        User person = identity.newUser("wang-haiyan");
        person.setEmail("wang-haiyan@demo.invalid");
        identity.saveUser(person);

        assertThatCode(() -> demo(false)).doesNotThrowAnyException();
    }

    private void demo(boolean wanted) {
        new DemoLogins(identity, engine.getManagementService(), wanted).ensure(UNITS);
    }

    private void refusedForDemoLogins() {
        assertThatThrownBy(() -> demo(false))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("数据库中有演示账号");
    }
}

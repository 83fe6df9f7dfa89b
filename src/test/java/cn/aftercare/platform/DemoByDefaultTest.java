package cn.aftercare.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.AftercareApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.util.ReflectionTestUtils;

class DemoByDefaultTest {

    @Test
    void nothing_configured_is_the_demo() {
        assertThat(profiles(Map.of())).asString().contains("demo");
        assertThat(profiles(Map.of("AFTERCARE_DB_URL", " "))).asString().contains("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AFTERCARE_DB_URL", "spring.datasource.url", "spring.profiles.active"})
    void a_database_or_a_profile_is_not(String property) {
        assertThat(profiles(Map.of(property, "something"))).asString().doesNotContain("demo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spring.profiles.active", "SPRING_PROFILES_ACTIVE"})
    void production_without_database_does_not_start(String property) {
        for (Map<String, Object> outside : List.<Map<String, Object>>of(
                Map.of(property, "production"), Map.of(property, "other, production", "AFTERCARE_DB_URL", ""))) {
            assertThatThrownBy(() -> profiles(outside))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage("the profile is production and AFTERCARE_DB_URL is not set — 正式运行需要数据库:"
                            + "请在 /etc/aftercare/aftercare.env 中设置 AFTERCARE_DB_URL 后重新启动。");
        }
        assertThat(profiles(Map.of(property, "production", "AFTERCARE_DB_URL", "jdbc:postgresql://db/aftercare")))
                .asString()
                .doesNotContain("demo");
    }

    /** As an operator reads it: from the start itself, not from a stack trace. */
    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void the_operator_reads_why(CapturedOutput log) {
        SpringApplication application = new SpringApplication(AftercareApplication.class);
        assertThatThrownBy(() -> application.run("--spring.profiles.active=production", "--AFTERCARE_DB_URL="))
                .isInstanceOf(StartRefusedException.class);
        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START", "正式运行需要数据库")
                .doesNotContain("\tat ");
    }

    /** The proxy leads to what the unit starts. */
    @Test
    void the_packaged_unit_is_never_the_demo() throws IOException {
        assertThat(Files.readString(Path.of("ops/systemd/aftercare@.service")))
                .contains(" --spring.profiles.active=production ");
    }

    private static Object profiles(Map<String, Object> outside) {
        SpringApplication application = new SpringApplication(Object.class);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("outside", outside));
        new DemoByDefault().postProcessEnvironment(environment, application);
        return ReflectionTestUtils.getField(application, "additionalProfiles");
    }
}

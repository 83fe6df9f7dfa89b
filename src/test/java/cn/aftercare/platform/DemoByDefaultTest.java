package cn.aftercare.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
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

    private static Object profiles(Map<String, Object> outside) {
        SpringApplication application = new SpringApplication(Object.class);
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment.getPropertySources().addFirst(new MapPropertySource("outside", outside));
        new DemoByDefault().postProcessEnvironment(environment, application);
        return ReflectionTestUtils.getField(application, "additionalProfiles");
    }
}

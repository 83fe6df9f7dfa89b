package cn.aftercare.platform;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Switches the demo profile on when nobody configured anything: neither a database nor a profile. Whoever names a
 * database means business and gets no demo logins.
 */
class DemoByDefault implements EnvironmentPostProcessor, Ordered {

    /** Before the yaml files are read, so that only what the outside has set is seen. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!given(environment, "AFTERCARE_DB_URL")
                && !given(environment, "SPRING_DATASOURCE_URL")
                && !given(environment, "spring.datasource.url")
                && !given(environment, "spring.profiles.active")
                && !given(environment, "SPRING_PROFILES_ACTIVE")
                && environment.getActiveProfiles().length == 0) {
            application.setAdditionalProfiles("demo");
        }
    }

    private static boolean given(ConfigurableEnvironment environment, String property) {
        String value = environment.getProperty(property);
        return value != null && !value.isBlank();
    }
}

package cn.aftercare.platform;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Switches the demo profile on when nobody configured anything: neither a database nor a profile. Whoever names a
 * database means business and gets no demo logins. The packaged unit says "production", where a forgotten database is a
 * mistake: behind the proxy, the demo's passwords would be open to everybody.
 */
class DemoByDefault implements EnvironmentPostProcessor, Ordered {

    private static final String PRODUCTION = "production";

    /** Before the yaml files are read, so that only what the outside has set is seen. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER - 1;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (given(environment, "AFTERCARE_DB_URL")
                || given(environment, "SPRING_DATASOURCE_URL")
                || given(environment, "spring.datasource.url")) {
            return;
        }
        List<String> profiles = profiles(environment);
        if (profiles.contains(PRODUCTION)) {
            throw new StartRefusedException(
                    "the profile is production and AFTERCARE_DB_URL is not set",
                    "正式运行需要数据库:请在 /etc/aftercare/aftercare.env 中设置 AFTERCARE_DB_URL 后重新启动。");
        }
        if (profiles.isEmpty()) {
            application.setAdditionalProfiles("demo");
        }
    }

    private static List<String> profiles(ConfigurableEnvironment environment) {
        return Stream.concat(
                        Stream.of(environment.getActiveProfiles()),
                        Stream.of("spring.profiles.active", "SPRING_PROFILES_ACTIVE")
                                .map(property -> environment.getProperty(property, ""))
                                .flatMap(value -> Stream.of(value.split(","))))
                .map(String::strip)
                .filter(profile -> !profile.isEmpty())
                .toList();
    }

    private static boolean given(ConfigurableEnvironment environment, String property) {
        String value = environment.getProperty(property);
        return value != null && !value.isBlank();
    }
}

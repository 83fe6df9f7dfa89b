package cn.aftercare.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Points the application at a fresh database. The server itself is stopped by its own shutdown hook when the JVM ends,
 * long after Spring has closed the connection pools.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean
    DynamicPropertyRegistrar freshDatabase() {
        String url = PostgresServer.newDatabase();
        return registry -> {
            registry.add("spring.datasource.url", () -> url);
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "");
        };
    }
}

package cn.aftercare.testing;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Points the application at a fresh database of the test server. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @Bean
    FreshDatabase freshDatabase() {
        return new FreshDatabase(PostgresServer.newDatabase());
    }

    /** Made before the connection pool, because it names its URL, and so closed after it. */
    record FreshDatabase(String url) implements DynamicPropertyRegistrar, DisposableBean {

        @Override
        public void accept(DynamicPropertyRegistry registry) {
            registry.add("spring.datasource.url", () -> url);
            registry.add("spring.datasource.username", () -> "postgres");
            registry.add("spring.datasource.password", () -> "");
        }

        @Override
        public void destroy() {
            PostgresServer.release();
        }
    }
}

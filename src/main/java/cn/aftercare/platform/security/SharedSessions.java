package cn.aftercare.platform.security;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** The logins of people with a browser are in the database, for every node to see; written as seldom as can be. */
@Configuration(proxyBeanMethods = false)
class SharedSessions {

    /** Boot makes the repository only as long as nobody else makes one, so it is wrapped once it is there. */
    @Bean
    static BeanPostProcessor thriftySessions() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof JdbcIndexedSessionRepository sessions ? new ThriftySessions<>(sessions) : bean;
            }
        };
    }
}

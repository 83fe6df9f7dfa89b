package cn.aftercare.notification.app;

import cn.aftercare.notification.QuietHours;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

    @Bean
    QuietHours quietHours(NotificationSettings settings, Clock clock) {
        return settings.quiet().in(clock.getZone());
    }
}

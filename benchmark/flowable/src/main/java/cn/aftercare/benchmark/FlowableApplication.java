package cn.aftercare.benchmark;

import java.util.List;
import org.flowable.engine.delegate.JavaDelegate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The repair of the plain Camunda application, on Flowable. */
@SpringBootApplication
public class FlowableApplication {

    private static final List<String> ROLES =
            List.of("after-sales", "materials", "pmd", "engineer", "warranty-manager", "site-technician", "technician");

    public static void main(String[] args) {
        SpringApplication.run(FlowableApplication.class, args);
    }

    /** Stands for a service task of the flow, which here has nothing to do. */
    @Bean
    JavaDelegate nothing() {
        return execution -> {};
    }

    @Bean
    SecurityFilterChain login(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .build();
    }

    /** Unhashed: else bcrypt at every request would be compared, not the engine. */
    @Bean
    PasswordEncoder unhashed() {
        return new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                return password.toString();
            }

            @Override
            public boolean matches(CharSequence password, String kept) {
                return kept.contentEquals(password);
            }
        };
    }

    @Bean
    UserDetailsService people() {
        return new InMemoryUserDetailsManager(ROLES.stream()
                .map(role -> User.withUsername(role).password("demo").build())
                .toList());
    }
}

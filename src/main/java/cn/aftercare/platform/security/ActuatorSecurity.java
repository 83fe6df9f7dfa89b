package cn.aftercare.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.filter.RequestContextFilter;

/**
 * Who may look at the running program: anybody, whether it is well; administrators, everything; and the monitoring, with
 * a password of its own, the figures.
 */
@Configuration(proxyBeanMethods = false)
class ActuatorSecurity {

    @Bean
    @Order(0)
    SecurityFilterChain actuator(
            HttpSecurity http,
            Logins logins,
            IdentityService identity,
            Refusals refusals,
            @Value("${aftercare.monitoring.user}") String user,
            @Value("${aftercare.monitoring.password}") String password)
            throws Exception {
        return http.securityMatcher(withDefaults().matcher("/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                withDefaults().matcher("/actuator/health"),
                                withDefaults().matcher("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(withDefaults().matcher("/actuator/prometheus"))
                        .hasAnyAuthority(MonitoringLoginFilter.MONITORING, Groups.CAMUNDA_ADMIN)
                        .anyRequest()
                        .hasAuthority(Groups.CAMUNDA_ADMIN))
                .addFilterBefore(new RequestContextFilter(), BasicAuthenticationFilter.class)
                .addFilterBefore(new MonitoringLoginFilter(user, password), BasicAuthenticationFilter.class)
                .addFilterAt(people(logins, identity, refusals), BasicAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** The monitoring's password is no person's, and would be counted as a wrong one. */
    private static EngineLoginFilter people(Logins logins, IdentityService identity, Refusals refusals) {
        return new EngineLoginFilter(logins, identity, refusals) {
            @Override
            protected boolean shouldNotFilter(HttpServletRequest request) {
                return SecurityContextHolder.getContext().getAuthentication() != null;
            }
        };
    }
}

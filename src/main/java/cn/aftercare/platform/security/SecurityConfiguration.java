package cn.aftercare.platform.security;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.RequestContextFilter;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Nothing is reachable without a login but the login itself, the bare health signal and an owner's questionnaire. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration implements WebMvcConfigurer {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

    /** The questionnaire brings its own styles and needs nothing else. */
    private static final String OWNER_CONTENT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** No database column takes a NUL; the firewall itself looks for it in addresses and headers only. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** The webapps bring their own login, CSRF check and content policy. */
    @Bean
    @Order(1)
    SecurityFilterChain webapps(HttpSecurity http, Logins logins, LoginJournal journal) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/camunda/**"))
                .addFilterBefore(new WebappSessionWatch(logins), BasicAuthenticationFilter.class)
                .addFilterBefore(new LogoutWatch(logins, journal), BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        // "Create the first user" opens to strangers whenever no administrator is left.
                        .requestMatchers(
                                withDefaults().matcher("/camunda/api/admin/setup/**"),
                                withDefaults().matcher("/camunda/app/admin/{engine}/setup/**"))
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /**
     * The one page for people without a login: an owner's questionnaire. The secret in its address is what lets
     * somebody answer, and no foreign page knows it, so it stands for the CSRF token as well. A login is looked at all the
     * same, because the staff may not answer in an owner's place.
     */
    @Bean
    @Order(2)
    SecurityFilterChain ownersQuestionnaire(
            HttpSecurity http, Logins logins, IdentityService identity, Refusals refusals) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/survey/{token}"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                withDefaults().matcher(HttpMethod.GET, "/**"),
                                withDefaults().matcher(HttpMethod.HEAD, "/**"),
                                withDefaults().matcher(HttpMethod.POST, "/**"))
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                // The audit log asks where a request comes from.
                .addFilterBefore(new RequestContextFilter(), BasicAuthenticationFilter.class)
                .addFilterAt(new EngineLoginFilter(logins, identity, refusals), BasicAuthenticationFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .addHeaderWriter(new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "no-store"))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(content -> content.policyDirectives(OWNER_CONTENT_POLICY)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain everythingElse(HttpSecurity http, Logins logins, IdentityService identity, Refusals refusals)
            throws Exception {
        return http.authorizeHttpRequests(requests -> requests
                        // These continue a request that was judged when it came in.
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(
                                withDefaults().matcher("/"), withDefaults().matcher("/actuator/health/**"))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                // The audit log asks where a request comes from.
                .addFilterBefore(new RequestContextFilter(), BasicAuthenticationFilter.class)
                .addFilterAt(new EngineLoginFilter(logins, identity, refusals), BasicAuthenticationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new WebappCsrfTokens())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(changesBySession(logins)))
                .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                        .sessionFixation(fixation -> fixation.none()))
                .headers(headers -> headers.contentTypeOptions(Customizer.withDefaults())
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(content -> content.policyDirectives(CONTENT_POLICY)))
                .build();
    }

    /**
     * What a foreign site could make a browser send: the session cookie, or a password the browser remembers from its
     * own box. A program that sends HTTP Basic by itself needs no token.
     */
    private static RequestMatcher changesBySession(Logins logins) {
        return request -> !READING.contains(request.getMethod())
                && (request.getHeader(HttpHeaders.AUTHORIZATION) == null
                        ? logins.sessionUser(request).isPresent()
                        : comesFromForeignPage(request));
    }

    private static boolean comesFromForeignPage(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", Refusals.LOGIN_PAGE);
    }
}

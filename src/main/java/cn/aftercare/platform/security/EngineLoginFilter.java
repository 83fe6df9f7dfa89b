package cn.aftercare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs a request in, by HTTP Basic or by the webapps' session, and tells the engine who it is for as long as the request
 * lasts, so that the engine's own authorizations hold for everything done meanwhile.
 */
class EngineLoginFilter extends OncePerRequestFilter {

    private static final String BASIC = "basic ";

    private final Logins logins;
    private final IdentityService identity;
    private final Refusals refusals;

    EngineLoginFilter(Logins logins, IdentityService identity, Refusals refusals) {
        this.logins = logins;
        this.identity = identity;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Login> login;
        try {
            login = header == null ? logins.bySession(request) : byHeader(header);
        } catch (DirectoryUnavailableException e) {
            refusals.unavailable(response, e.getMessage());
            return;
        }
        if (header != null && login.isEmpty()) {
            refusals.commence(request, response, new BadCredentialsException("wrong user or password"));
            return;
        }
        if (login.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try {
            logIn(login.get());
            chain.doFilter(request, response);
        } finally {
            identity.clearAuthentication();
        }
    }

    private void logIn(Login login) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                login.userId(), null, AuthorityUtils.createAuthorityList(login.groups())));
        SecurityContextHolder.setContext(context);
        identity.setAuthentication(login.userId(), login.groups(), login.tenants());
    }

    private Optional<Login> byHeader(String header) {
        if (!header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        String credentials;
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            credentials = new String(decoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = credentials.indexOf(':');
        return colon < 1
                ? Optional.empty()
                : logins.byPassword(credentials.substring(0, colon), credentials.substring(colon + 1));
    }
}

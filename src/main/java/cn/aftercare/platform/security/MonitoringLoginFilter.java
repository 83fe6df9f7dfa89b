package cn.aftercare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Logs the monitoring in, by HTTP Basic. It is no person: it is in no list of people, costs no query, and gets in while
 * the database is down. Without a password there is no such login.
 */
class MonitoringLoginFilter extends OncePerRequestFilter {

    static final String MONITORING = "monitoring";

    private final byte[] expected;
    private final boolean exists;

    MonitoringLoginFilter(String user, String password) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.expected = ("Basic " + credentials).getBytes(StandardCharsets.UTF_8);
        this.exists = !password.isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        // Takes as long whatever is wrong about it.
        if (exists && header != null && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8))) {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    MONITORING, null, AuthorityUtils.createAuthorityList(MONITORING)));
            SecurityContextHolder.setContext(context);
        }
        chain.doFilter(request, response);
    }
}

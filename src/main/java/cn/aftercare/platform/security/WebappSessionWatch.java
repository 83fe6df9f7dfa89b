package cn.aftercare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets no session of the webapps outlive its password. They look anew at who is logged in once a minute
 * ({@code camunda.bpm.webapp.auth.cache}), and so do we: each of their many requests would cost a query.
 */
class WebappSessionWatch extends OncePerRequestFilter {

    private final Logins logins;

    WebappSessionWatch(Logins logins) {
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (logins.dueInWebapps(request)) {
            logins.bySession(request);
        }
        chain.doFilter(request, response);
        if (HttpMethod.POST.matches(request.getMethod())
                && request.getRequestURI().matches(".*/camunda/api/admin/auth/user/[^/]+/login/[^/]+")) {
            // The new session learns which password it belongs to.
            logins.bySession(request);
        }
    }
}

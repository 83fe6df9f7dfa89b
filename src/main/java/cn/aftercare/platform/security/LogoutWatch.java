package cn.aftercare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Writes down who leaves by the button of the webapps; a session that runs out leaves no trace. */
class LogoutWatch extends OncePerRequestFilter {

    private final Logins logins;
    private final LoginJournal journal;

    LogoutWatch(Logins logins, LoginJournal journal) {
        this.logins = logins;
        this.journal = journal;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod())
                || !request.getRequestURI().matches(".*/camunda/api/admin/auth/user/[^/]+/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> before = logins.sessionUser(request);
        chain.doFilter(request, response);
        if (logins.sessionUser(request).isEmpty()) {
            before.ifPresent(userId -> journal.left(userId, request));
        }
    }
}

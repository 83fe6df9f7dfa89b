package cn.aftercare.platform.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Every line that is logged during a request says whose request it is. Right behind the login, before all else. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER + 1)
class LogContextFilter extends OncePerRequestFilter {

    private static final String USER = "userId";

    /** Fetched when first used: filters are made before everything else, and the engine would be, too. */
    private final ObjectProvider<Logins> logins;

    LogContextFilter(ObjectProvider<Logins> logins) {
        this.logins = logins;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> user = user(request);
        if (user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        try (MDC.MDCCloseable context = MDC.putCloseable(USER, user.get())) {
            chain.doFilter(request, response);
        }
    }

    /** In the webapps the login is a matter of their own, and known by their session. */
    private Optional<String> user(HttpServletRequest request) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || login instanceof AnonymousAuthenticationToken
                ? logins.getObject().sessionUser(request)
                : Optional.of(login.getName());
    }
}

package cn.aftercare.platform.security;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.app.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Writes down who came in, who did not, and who left, with the way and the address as the request tells them. */
@Component
class LoginJournal {

    /** Fetched when first used: the engine, which needs us, starts before the rest of the program. */
    private final ObjectProvider<AuditTrail> trail;

    LoginJournal(ObjectProvider<AuditTrail> trail) {
        this.trail = trail;
    }

    private enum Way {
        WEBAPP("网页登录"),
        PROGRAM("接口登录(HTTP Basic)"),
        CHECK("核对口令"),
        INSIDE("程序内部");

        private final String label;

        Way(String label) {
            this.label = label;
        }

        static Way of(@Nullable HttpServletRequest request) {
            if (request == null) {
                return INSIDE;
            }
            String path = request.getRequestURI();
            if (path.contains("/api/admin/auth/user/")) {
                return WEBAPP;
            }
            boolean program = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            // Somebody logged in already, who gives a password once more.
            if ((path.endsWith("/identity/verify") || path.endsWith("/credentials")) && !(program && comesIn())) {
                return CHECK;
            }
            return program ? PROGRAM : INSIDE;
        }

        /** A program gives its own password first, and is nobody until then. */
        private static boolean comesIn() {
            Authentication login = SecurityContextHolder.getContext().getAuthentication();
            return login == null || login instanceof AnonymousAuthenticationToken;
        }
    }

    void entered(String userId) {
        HttpServletRequest request = request();
        Way way = Way.of(request);
        switch (way) {
            case WEBAPP -> trail.getObject().record(AuditKind.LOGIN, userId, way.label, "", address(request));
            // A program proves itself with every request.
            case PROGRAM -> trail.getObject().recordOnce(AuditKind.LOGIN, userId, way.label, "", address(request));
            case CHECK, INSIDE -> {
                // Nobody came in.
            }
        }
    }

    void failed(String userId, String reason) {
        HttpServletRequest request = request();
        trail.getObject().record(AuditKind.LOGIN_FAILED, userId, Way.of(request).label, reason, address(request));
    }

    /** For good: until an administrator unlocks. */
    void locked(String userId) {
        trail.getObject().record(AuditKind.LOCKED, userId, "连续输错口令", "须由管理员解锁", address(request()));
    }

    void unlocked(String userId, String by) {
        trail.getObject().record(AuditKind.UNLOCKED, by, userId, "", address(request()));
    }

    void left(String userId, HttpServletRequest request) {
        trail.getObject().record(AuditKind.LOGOUT, userId, "网页退出", "", address(request));
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }

    private static String address(@Nullable HttpServletRequest request) {
        return request == null ? "" : request.getRemoteAddr();
    }
}

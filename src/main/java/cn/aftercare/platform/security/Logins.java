package cn.aftercare.platform.security;

import cn.aftercare.platform.engine.SystemAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.springframework.stereotype.Component;

/** Proves a login, by password or by the session of Tasklist, Cockpit or Admin; the people are the engine's. */
@Component
class Logins {

    private static final int ATTEMPTS = 20;

    /** In the session: the mark of the password it began with. */
    private static final String PASSWORD_MARK = "aftercare.passwordMark";

    private final ProcessEngine engine;
    private final IdentityService identity;
    private final Memberships memberships;
    private final SystemAccess system;

    Logins(ProcessEngine engine, IdentityService identity, Memberships memberships, SystemAccess system) {
        this.engine = engine;
        this.identity = identity;
        this.memberships = memberships;
        this.system = system;
    }

    /**
     * The engine counts failures and locks the login for a growing while. Two attempts at the same moment cannot both be
     * counted; who comes second is looked at again, when the first may have locked the login.
     */
    Optional<Login> byPassword(String userId, String password) {
        for (int attempt = 1; ; attempt++) {
            try {
                return system.call(() -> identity.checkPassword(userId, password))
                        ? memberships.of(userId)
                        : Optional.empty();
            } catch (OptimisticLockingException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Who is logged in to the webapps with this browser, without looking whether that person still exists. */
    Optional<String> sessionUser(HttpServletRequest request) {
        return authentication(request).map(Authentication::getIdentityId);
    }

    /**
     * Ends the session when its person is gone or has another password by now. A lock ends none: strangers who guess would
     * throw people out of their work.
     */
    Optional<Login> bySession(HttpServletRequest request) {
        Optional<String> user = sessionUser(request);
        if (user.isEmpty()) {
            return Optional.empty();
        }
        HttpSession session = request.getSession(false);
        Optional<Login> login = memberships.of(user.get()).filter(known -> samePassword(session, known));
        if (login.isEmpty()) {
            session.invalidate();
        }
        return login;
    }

    /** Whether the webapps are about to look anew at who is logged in, which they do before they answer. */
    boolean dueInWebapps(HttpServletRequest request) {
        return authentication(request)
                .filter(login -> {
                    Date until = ((UserAuthentication) login).getCacheValidationTime();
                    return until == null || ClockUtil.getCurrentTime().after(until);
                })
                .isPresent();
    }

    private Optional<Authentication> authentication(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable(AuthenticationUtil.getAuthsFromSession(session)
                        .getAuthenticationForProcessEngine(engine.getName()));
    }

    /** A session without mark is new, or of an earlier version of the program. */
    private static boolean samePassword(HttpSession session, Login login) {
        Object mark = session.getAttribute(PASSWORD_MARK);
        if (mark == null) {
            session.setAttribute(PASSWORD_MARK, login.passwordMark());
            return true;
        }
        return mark.equals(login.passwordMark());
    }
}

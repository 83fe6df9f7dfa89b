package cn.aftercare.platform.security;

import cn.aftercare.platform.engine.SystemAccess;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.Authentication;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.springframework.stereotype.Component;

/** Proves a login, by password or by the session of Tasklist, Cockpit or Admin; the people are the engine's. */
@Component
class Logins {

    private static final int ATTEMPTS = 20;

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
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        Authentication login =
                AuthenticationUtil.getAuthsFromSession(session).getAuthenticationForProcessEngine(engine.getName());
        return Optional.ofNullable(login).map(Authentication::getIdentityId);
    }

    Optional<Login> bySession(HttpServletRequest request) {
        return sessionUser(request).flatMap(memberships::of);
    }
}

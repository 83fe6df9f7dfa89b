package cn.aftercare.organisation.process;

import cn.aftercare.organisation.app.WebApps;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** The engine's own grants decide. */
@Component
class EngineWebApps implements WebApps {

    private final IdentityService identity;
    private final AuthorizationService authorizations;

    EngineWebApps(IdentityService identity, AuthorizationService authorizations) {
        this.identity = identity;
        this.authorizations = authorizations;
    }

    @Override
    public boolean cockpit() {
        Authentication login = identity.getCurrentAuthentication();
        return login != null
                && login.getUserId() != null
                && authorizations.isUserAuthorized(
                        login.getUserId(), login.getGroupIds(), Permissions.ACCESS, Resources.APPLICATION, "cockpit");
    }
}

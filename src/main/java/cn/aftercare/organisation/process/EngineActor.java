package cn.aftercare.organisation.process;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * The engine's authentication says who acts: REST and page requests set it from the login, Tasklist does so itself, and
 * a job has none.
 */
@Component
class EngineActor implements CurrentActor {

    private final IdentityService identity;
    private final Directory directory;

    EngineActor(IdentityService identity, Directory directory) {
        this.identity = identity;
        this.directory = directory;
    }

    @Override
    public Actor get() {
        Authentication login = identity.getCurrentAuthentication();
        if (login == null || login.getUserId() == null) {
            return Actor.system();
        }
        String user = login.getUserId();
        Collection<String> groups = known(login.getGroupIds(), directory.groupsOf(user));
        Collection<String> units = known(login.getTenantIds(), directory.unitsOf(user));
        return new Actor(
                user,
                directory.displayName(user),
                groups.contains(Groups.CAMUNDA_ADMIN),
                Set.copyOf(groups),
                Set.copyOf(units));
    }

    /** An authentication made from the bare user id carries no memberships. */
    private static Collection<String> known(List<String> ofLogin, List<String> ofDirectory) {
        return ofLogin == null ? ofDirectory : ofLogin;
    }
}

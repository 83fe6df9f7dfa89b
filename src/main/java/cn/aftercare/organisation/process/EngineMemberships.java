package cn.aftercare.organisation.process;

import cn.aftercare.organisation.app.Memberships;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.stereotype.Component;

/** The memberships of the engine's own user database, in the transaction of the caller. */
@Component
class EngineMemberships implements Memberships {

    private final IdentityService identity;
    private final SystemAccess system;

    EngineMemberships(IdentityService identity, SystemAccess system) {
        this.identity = identity;
        this.system = system;
    }

    @Override
    public List<String> of(String userId) {
        return system.call(() -> identity.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .toList());
    }

    @Override
    public void add(String userId, String group) {
        if (!of(userId).contains(group)) {
            system.run(() -> identity.createMembership(userId, group));
        }
    }

    @Override
    public void remove(String userId, String group) {
        if (of(userId).contains(group)) {
            system.run(() -> identity.deleteMembership(userId, group));
        }
    }
}

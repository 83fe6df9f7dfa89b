package cn.aftercare.testing;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;

/** Does something in the engine as a demo person, with that person's groups and units, as a web request would. */
public final class LoggedIn {

    private LoggedIn() {}

    public static <T> T as(IdentityService identity, String user, Supplier<T> action) {
        identity.clearAuthentication();
        var groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(user, groups, tenants);
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }
}

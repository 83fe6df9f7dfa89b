package cn.aftercare.organisation.process;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/**
 * A group per unit and role, a tenant per unit. Groups, not people, are members of the tenants: whoever is put into a
 * group sees the right units at once, and nothing can be forgotten.
 */
@Component
class GroupsAndTenants {

    /** Those who may deploy models. */
    static final String ANALYST = "analyst";

    private static final String WORKFLOW = "WORKFLOW";

    private final IdentityService identity;

    GroupsAndTenants(IdentityService identity) {
        this.identity = identity;
    }

    void ensure(List<Unit> units) {
        Set<String> groups =
                identity.createGroupQuery().list().stream().map(Group::getId).collect(Collectors.toSet());
        Set<String> tenants =
                identity.createTenantQuery().list().stream().map(Tenant::getId).collect(Collectors.toSet());
        for (Unit unit : units) {
            if (!tenants.contains(unit.code())) {
                Tenant tenant = identity.newTenant(unit.code());
                tenant.setName(unit.name());
                identity.saveTenant(tenant);
            }
            for (Role role : unit.roles()) {
                group(groups, role.groupOf(unit.code()), unit.groupName(role), WORKFLOW);
            }
        }
        group(groups, ANALYST, "流程分析员", WORKFLOW);
        group(groups, Groups.CAMUNDA_ADMIN, "系统管理员", Groups.GROUP_TYPE_SYSTEM);
        for (Unit tenant : units) {
            memberships(tenant, units);
        }
    }

    private void group(Set<String> existing, String id, String name, String type) {
        if (existing.contains(id)) {
            return;
        }
        Group group = identity.newGroup(id);
        group.setName(name);
        group.setType(type);
        identity.saveGroup(group);
    }

    /** A unit's own people see it, and everybody at HQ. */
    private void memberships(Unit tenant, List<Unit> units) {
        Set<String> members = identity.createGroupQuery().memberOfTenant(tenant.code()).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        for (Unit unit : units) {
            if (unit.headquarters() || unit.equals(tenant)) {
                for (Role role : unit.roles()) {
                    String group = role.groupOf(unit.code());
                    if (!members.contains(group)) {
                        identity.createTenantGroupMembership(tenant.code(), group);
                    }
                }
            }
        }
    }
}

package cn.aftercare.organisation.process;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.Unit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * Who may do what in the engine. Work on a task comes with being its candidate or assignee; beyond that people read, and
 * only the tenants decide whose cases. Nobody but administrators changes or deletes running cases.
 */
@Component
class Grants {

    /** Processes a person starts by hand, and the roles that may; all others are started by the application. */
    private static final Map<String, Set<Role>> STARTED_BY_HAND = Map.ofEntries(
            Map.entry("repair", EnumSet.of(Role.AFTER_SALES)),
            Map.entry("emergency-repair", EnumSet.of(Role.AFTER_SALES)),
            Map.entry("structural-safety", EnumSet.of(Role.AFTER_SALES)),
            Map.entry("technical-consultation", EnumSet.of(Role.AFTER_SALES)),
            Map.entry("owner-training", EnumSet.of(Role.PMD, Role.TRAINER)),
            Map.entry("revisit-plan", EnumSet.of(Role.PERFORMANCE_OFFICER)),
            Map.entry("quality-feedback", EnumSet.of(Role.QUALITY, Role.PMD, Role.AFTER_SALES)),
            Map.entry("satisfaction-survey", EnumSet.of(Role.QUALITY)),
            Map.entry(
                    "revisit",
                    EnumSet.of(
                            Role.PERFORMANCE_OFFICER,
                            Role.WARRANTY_MANAGER,
                            Role.PMD,
                            Role.MARKETING,
                            Role.POST_WARRANTY)),
            Map.entry("project-handover", EnumSet.of(Role.PMD)),
            Map.entry("spot-check", EnumSet.of(Role.PMD)),
            Map.entry("rectification-report", EnumSet.of(Role.PERFORMANCE_OFFICER)));

    private static final String TASKLIST = "tasklist";
    private static final String COCKPIT_APP = "cockpit";

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    void ensure(List<Unit> units) {
        Missing missing = new Missing();
        for (Unit unit : units) {
            for (Role role : unit.roles()) {
                staff(missing, role.groupOf(unit.code()), role);
            }
        }
        analysts(missing);
        for (Resources resource : Resources.values()) {
            missing.grant(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
        }
    }

    private static void staff(Missing missing, String group, Role role) {
        missing.grant(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        missing.grant(group, Resources.FILTER, ANY, Permissions.READ);
        // Names instead of ids on task cards.
        missing.grant(group, Resources.USER, ANY, Permissions.READ);
        missing.grant(group, Resources.GROUP, ANY, Permissions.READ);
        missing.grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        // Supervision happens in Cockpit.
        if (role.supervises()) {
            missing.grant(group, Resources.APPLICATION, COCKPIT_APP, Permissions.ACCESS);
            decisions(missing, group);
        }
        STARTED_BY_HAND.forEach((process, roles) -> {
            if (roles.contains(role)) {
                missing.grant(
                        group,
                        Resources.PROCESS_DEFINITION,
                        process,
                        ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.CREATE_INSTANCE);
                missing.grant(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            }
        });
    }

    private static void decisions(Missing missing, String group) {
        missing.grant(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
        missing.grant(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    }

    private static void analysts(Missing missing) {
        String group = GroupsAndTenants.ANALYST;
        missing.grant(group, Resources.APPLICATION, TASKLIST, Permissions.ACCESS);
        missing.grant(group, Resources.APPLICATION, COCKPIT_APP, Permissions.ACCESS);
        missing.grant(group, Resources.FILTER, ANY, Permissions.READ);
        missing.grant(group, Resources.DEPLOYMENT, ANY, Permissions.CREATE, Permissions.READ);
        missing.grant(
                group,
                Resources.PROCESS_DEFINITION,
                ANY,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
        decisions(missing, group);
    }

    /** Adds what is not granted yet; all grants are read once, so a start with nothing to do costs a few queries. */
    private final class Missing {

        private final Map<String, Authorization> existing = new HashMap<>();

        Missing() {
            for (Resources resource : Resources.values()) {
                // Before tasks said themselves who works on them, those two held a row per task and group, and may
                // still.
                if (resource != Resources.TASK && resource != Resources.HISTORIC_TASK) {
                    authorizations
                            .createAuthorizationQuery()
                            .authorizationType(Authorization.AUTH_TYPE_GRANT)
                            .resourceType(resource)
                            .list()
                            .forEach(a -> existing.put(key(a.getGroupId(), resource, a.getResourceId()), a));
                }
            }
            // The administrators' grant on all tasks.
            for (Resource resource : List.of(Resources.TASK, Resources.HISTORIC_TASK)) {
                authorizations
                        .createAuthorizationQuery()
                        .resourceType(resource)
                        .resourceId(ANY)
                        .list()
                        .forEach(a -> existing.put(key(a.getGroupId(), resource, ANY), a));
            }
        }

        void grant(String group, Resource resource, String id, Permission... permissions) {
            Authorization authorization = existing.get(key(group, resource, id));
            if (authorization == null) {
                authorization = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
                authorization.setGroupId(group);
                authorization.setResource(resource);
                authorization.setResourceId(id);
            } else if (Arrays.stream(permissions).allMatch(authorization::isPermissionGranted)) {
                return;
            }
            for (Permission permission : permissions) {
                authorization.addPermission(permission);
            }
            authorizations.saveAuthorization(authorization);
            existing.put(key(group, resource, id), authorization);
        }

        private static String key(String group, Resource resource, String id) {
            return group + "|" + resource.resourceType() + "|" + id;
        }
    }
}

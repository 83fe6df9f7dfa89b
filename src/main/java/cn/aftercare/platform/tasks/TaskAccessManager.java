package cn.aftercare.platform.tasks;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.task.TaskQuery;

/** Task lists show what the person is assignee or candidate of; administrators see what they are granted, which is all. */
class TaskAccessManager extends AuthorizationManager {

    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        Authentication person = getCurrentAuthentication();
        if (!query.getAuthCheck().isAuthorizationCheckEnabled() || person == null || administrator(person)) {
            return;
        }
        query.getAuthCheck().setAuthorizationCheckEnabled(false);
        if (!asksForOwn(query, person)) {
            restrict(query, person);
        }
    }

    private static boolean administrator(Authentication person) {
        return groups(person).contains(Groups.CAMUNDA_ADMIN);
    }

    /** As the filters of Tasklist do: then the list is found by the group, without looking at all other tasks. */
    private static boolean asksForOwn(TaskQueryImpl query, Authentication person) {
        if (query.isOrQueryActive() || query.getQueries().size() > 1) {
            return false;
        }
        if (person.getUserId().equals(query.getAssignee())) {
            return true;
        }
        List<String> asked = query.getCandidateUser() == null ? query.getCandidateGroups() : null;
        return asked != null && !asked.isEmpty() && groups(person).containsAll(asked);
    }

    /** Our models name groups as candidates; a person named would cost the engine another reading of the groups. */
    private static void restrict(TaskQueryImpl query, Authentication person) {
        TaskQuery own = query.or().taskAssignee(person.getUserId());
        if (!groups(person).isEmpty()) {
            own.taskCandidateGroupIn(groups(person)).includeAssignedTasks();
        }
        own.endOr();
    }

    private static List<String> groups(Authentication person) {
        return person.getGroupIds() == null ? List.of() : person.getGroupIds();
    }

    /** Tasks have no grants that could go with them. */
    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (resource != Resources.TASK) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }
}

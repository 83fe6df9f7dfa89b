package cn.aftercare.platform.tasks;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** The assignee and the candidates of a task read and work on it; everything else is a matter of grants. */
class TaskAccessChecker extends AuthorizationCommandChecker {

    @Override
    public void checkReadTask(TaskEntity task) {
        if (!involved(task)) {
            super.checkReadTask(task);
        }
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        if (!involved(task)) {
            super.checkReadTaskVariable(task);
        }
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        if (!involved(task)) {
            super.checkTaskWork(task);
        }
    }

    private static boolean involved(TaskEntity task) {
        Authentication person = Context.getCommandContext().getAuthentication();
        return person != null
                && person.getUserId() != null
                && (person.getUserId().equals(task.getAssignee()) || candidate(task, person));
    }

    private static boolean candidate(TaskEntity task, Authentication person) {
        @Nullable List<String> groups = person.getGroupIds();
        return task.getCandidates().stream()
                .anyMatch(link -> person.getUserId().equals(link.getUserId())
                        || link.getGroupId() != null && groups != null && groups.contains(link.getGroupId()));
    }
}

package cn.aftercare.handover.process;

import cn.aftercare.handover.TeamRole;
import cn.aftercare.handover.app.TeamFlow;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Changes the person in everything that runs for a project, whatever room it belongs to: its main instances carry
 * {@code projectCode}, and what they call has their business key.
 */
@Component
class EngineTeamFlow implements TeamFlow {

    private static final String PROJECT_CODE = "projectCode";
    private static final String INSIDE_PERIOD = "insidePeriod";
    private static final String MANAGER_ID = "managerId";
    private static final String ENGINEER_ID = "engineerId";
    private static final int CHUNK = 500;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SystemAccess system;

    EngineTeamFlow(RuntimeService runtime, TaskService tasks, SystemAccess system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public int replace(
            String projectCode, TeamRole role, Scope scope, @Nullable String before, @Nullable String after) {
        return system.call(() -> {
            List<String> keys = keys(projectCode, scope);
            variables(keys, role == TeamRole.ENGINEER ? ENGINEER_ID : MANAGER_ID, before, after);
            return before == null ? 0 : move(keys, role, before, after);
        });
    }

    private List<String> keys(String projectCode, Scope scope) {
        ProcessInstanceQuery query =
                runtime.createProcessInstanceQuery().variableValueEquals(PROJECT_CODE, projectCode);
        if (scope == Scope.EXPIRED) {
            query.variableValueEquals(INSIDE_PERIOD, false);
        }
        Set<String> keys = businessKeys(query);
        if (scope == Scope.WARRANTED) {
            keys.removeAll(keys(projectCode, Scope.EXPIRED));
        }
        return List.copyOf(keys);
    }

    private static Set<String> businessKeys(ProcessInstanceQuery query) {
        Set<String> keys = new HashSet<>();
        for (ProcessInstance instance : query.list()) {
            keys.add(instance.getBusinessKey());
        }
        keys.remove(null);
        return keys;
    }

    /** In the instances themselves and in what they called. */
    private void variables(List<String> keys, String name, @Nullable String before, @Nullable String after) {
        Set<String> ours = Set.copyOf(keys);
        for (ProcessInstance instance : runtime.createProcessInstanceQuery()
                .variableValueEquals(name, before)
                .list()) {
            if (ours.contains(instance.getBusinessKey())) {
                runtime.setVariable(instance.getId(), name, after);
            }
        }
    }

    /** What a substitute holds for the predecessor counts too; the leave is the predecessor's, not the successor's. */
    private int move(List<String> keys, TeamRole role, String before, @Nullable String after) {
        int moved = 0;
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<String> chunk = keys.subList(from, Math.min(from + CHUNK, keys.size()));
            List<Task> open =
                    new ArrayList<>(ofRole(chunk, role).taskAssignee(before).list());
            open.addAll(ofRole(chunk, role).taskOwner(before).list());
            for (Task task : open) {
                task.setAssignee(after);
                task.setOwner(null);
                tasks.saveTask(task);
            }
            moved += open.size();
        }
        return moved;
    }

    private TaskQuery ofRole(List<String> keys, TeamRole role) {
        String duties = "%-" + role.duties().code();
        return tasks.createTaskQuery()
                .processInstanceBusinessKeyIn(keys.toArray(String[]::new))
                .taskCandidateGroupLike(duties)
                .includeAssignedTasks();
    }
}

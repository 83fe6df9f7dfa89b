package cn.aftercare.repair.process;

import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.repair.app.CaseTasks;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The user tasks of all instances that carry the case number. */
@Component
class EngineCaseTasks implements CaseTasks {

    private final TaskService tasks;
    private final SystemAccess system;

    EngineCaseTasks(TaskService tasks, SystemAccess system) {
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public List<OpenTask> ofCase(String caseNo) {
        return system.call(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                .map(this::open)
                .sorted(Comparator.comparing(OpenTask::due, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(OpenTask::name))
                .toList());
    }

    private OpenTask open(Task task) {
        List<String> groups = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return new OpenTask(
                task.getId(),
                task.getName(),
                task.getAssignee(),
                groups,
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }
}

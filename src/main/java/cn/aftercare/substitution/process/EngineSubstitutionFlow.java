package cn.aftercare.substitution.process;

import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.app.SubstitutionFlow;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Reaches substitutions by their numbers and moves tasks. A task that changes hands keeps who is away as its owner, so
 * that it can go back, and so that anybody can see whose it is.
 */
@Component
class EngineSubstitutionFlow implements SubstitutionFlow {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SystemAccess system;

    EngineSubstitutionFlow(RuntimeService runtime, TaskService tasks, SystemAccess system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public void start(Substitution s) {
        system.run(() -> runtime.createMessageCorrelation(SubstitutionProcess.RECORDED)
                .processInstanceBusinessKey(s.number())
                .setVariables(Map.of(
                        SubstitutionProcess.UNIT, s.unit(),
                        SubstitutionProcess.STARTS_AT, Date.from(s.startsAt()),
                        SubstitutionProcess.ENDS_AT, Date.from(s.endsAt())))
                .correlateStartMessage());
    }

    @Override
    public void withdraw(String number) {
        correlate(number, SubstitutionProcess.WITHDRAWN);
    }

    @Override
    public void endEarly(String number) {
        correlate(number, SubstitutionProcess.ENDED_EARLY);
    }

    private void correlate(String number, String message) {
        system.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .correlate());
    }

    @Override
    public int handOver(Substitution s) {
        return system.call(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .taskAssignee(s.absent())
                    .tenantIdIn(s.unit())
                    .list();
            open.forEach(task -> move(task, s.substitute(), s.absent()));
            return open.size();
        });
    }

    @Override
    public int handBack(Substitution s) {
        return system.call(() -> {
            List<Task> open = tasks.createTaskQuery()
                    .taskOwner(s.absent())
                    .taskAssignee(s.substitute())
                    .tenantIdIn(s.unit())
                    .list();
            open.forEach(task -> move(task, s.absent(), null));
            return open.size();
        });
    }

    private void move(Task task, String assignee, String owner) {
        task.setAssignee(assignee);
        task.setOwner(owner);
        tasks.saveTask(task);
    }
}

package cn.aftercare.platform.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/** Checks what a person hands in before the engine takes it over; both share one reading of the task. */
record SealedCommand<T>(
        FormSeal seal, String taskId, @Nullable Map<String, Object> variables, Command<T> command)
        implements Command<T> {

    @Override
    public T execute(CommandContext context) {
        if (taskId != null && variables != null && FormSeal.binds(context.getAuthentication())) {
            TaskEntity task = context.getTaskManager().findTaskById(taskId);
            // What is wrong with the task itself, or with the person, the engine says.
            if (task != null) {
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(checker -> checker.checkTaskWork(task));
                seal.check(task.getBpmnModelElementInstance().getCamundaFormKey(), variables);
            }
        }
        return command.execute(context);
    }
}

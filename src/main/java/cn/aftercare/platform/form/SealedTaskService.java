package cn.aftercare.platform.form;

import cn.aftercare.problem.NotPermittedException;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;

/** A person completes a task with the fields of its form, claims it for nobody else, and remarks where they work. */
class SealedTaskService extends TaskServiceImpl {

    private final FormSeal seal;

    SealedTaskService(FormSeal seal) {
        this.seal = seal;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        run(taskId, variables, given -> new CompleteTaskCmd(taskId, given));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return run(taskId, variables, given -> new CompleteTaskCmd(taskId, given, true, deserializeValues));
    }

    /** The engine asks who may work on the task, and then lets them name anybody. */
    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(context -> {
            Authentication login = context.getAuthentication();
            if (FormSeal.person(login) && userId != null && !userId.equals(login.getUserId())) {
                throw new AuthorizationException("只能为自己认领任务,不能替别人认领");
            }
            return new ClaimTaskCmd(taskId, userId).execute(context);
        });
    }

    /** The engine asks nothing here. */
    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        return commandExecutor.execute(context -> {
            if (FormSeal.person(context.getAuthentication())) {
                TaskEntity task =
                        taskId == null ? null : context.getTaskManager().findTaskById(taskId);
                boolean elsewhere = task != null
                        && processInstanceId != null
                        && !processInstanceId.equals(task.getProcessInstanceId());
                if (task == null || elsewhere) {
                    throw new NotPermittedException("只能在正在办理的任务上添加备注");
                }
                checkWork(context, task);
            }
            return new AddCommentCmd(taskId, processInstanceId, message).execute(context);
        });
    }

    /** Its own refusal the engine's REST interface would take for a mistake in the request. */
    private static void checkWork(CommandContext context, TaskEntity task) {
        try {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskWork(task));
        } catch (ProcessEngineException e) {
            throw new NotPermittedException("只有任务的办理人和候选人可以添加备注");
        }
    }

    private VariableMap run(
            String taskId, Map<String, Object> variables, Function<Map<String, Object>, Command<VariableMap>> command) {
        return commandExecutor.execute(new SealedCommand<>(seal, taskId, variables, command));
    }
}

package cn.aftercare.platform.form;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.variable.VariableMap;

/** A person completes a task with the fields of its form. */
class SealedTaskService extends TaskServiceImpl {

    private final FormSeal seal;

    SealedTaskService(FormSeal seal) {
        this.seal = seal;
    }

    @Override
    public void complete(String taskId, Map<String, Object> variables) {
        complete(taskId, variables, new CompleteTaskCmd(taskId, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, Map<String, Object> variables, boolean deserializeValues) {
        return complete(taskId, variables, new CompleteTaskCmd(taskId, variables, true, deserializeValues));
    }

    private VariableMap complete(String taskId, Map<String, Object> variables, CompleteTaskCmd command) {
        return commandExecutor.execute(new SealedCommand<>(seal, taskId, variables, command));
    }
}

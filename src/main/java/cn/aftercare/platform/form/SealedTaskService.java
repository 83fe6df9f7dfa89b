package cn.aftercare.platform.form;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.VariableMap;

/** A person completes a task with the fields of its form. */
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

    private VariableMap run(
            String taskId, Map<String, Object> variables, Function<Map<String, Object>, Command<VariableMap>> command) {
        return commandExecutor.execute(new SealedCommand<>(seal, taskId, variables, command));
    }
}

package cn.aftercare.platform.form;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.variable.VariableMap;

/** A person submits a form with its own fields. */
class SealedFormService extends FormServiceImpl {

    private final FormSeal seal;

    SealedFormService(FormSeal seal) {
        this.seal = seal;
    }

    @Override
    public void submitTaskForm(String taskId, Map<String, Object> properties) {
        submit(taskId, properties, given -> new SubmitTaskFormCmd(taskId, given, false, false));
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String taskId, Map<String, Object> properties, boolean deserializeValues) {
        return submit(taskId, properties, given -> new SubmitTaskFormCmd(taskId, given, true, deserializeValues));
    }

    private VariableMap submit(
            String taskId,
            Map<String, Object> properties,
            Function<Map<String, Object>, Command<VariableMap>> command) {
        return commandExecutor.execute(new SealedCommand<>(seal, taskId, properties, command));
    }
}

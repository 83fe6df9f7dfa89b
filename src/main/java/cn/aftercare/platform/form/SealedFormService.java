package cn.aftercare.platform.form;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** A person submits a form with its own fields. */
class SealedFormService extends FormServiceImpl {

    private final FormSeal seal;

    SealedFormService(FormSeal seal) {
        this.seal = seal;
    }

    @Override
    public ProcessInstance submitStartForm(String processDefinitionId, Map<String, Object> properties) {
        return submitStartForm(processDefinitionId, null, properties);
    }

    /** The engine's own command would keep every field in the history as well, as a property of the form. */
    @Override
    public ProcessInstance submitStartForm(
            String processDefinitionId, @Nullable String businessKey, Map<String, Object> properties) {
        return FormStart.byId(commandExecutor, seal, processDefinitionId, true)
                .businessKey(businessKey)
                .setVariables(properties)
                .execute();
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

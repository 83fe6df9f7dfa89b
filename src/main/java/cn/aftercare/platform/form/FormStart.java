package cn.aftercare.platform.form;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.GetDeployedProcessDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * A start by a form: its fields come in as variables, because the unit of the new instance is found by them, but those the
 * process does not keep anyway as ones that pass. The engine stores nothing of them, neither with the instance nor in its
 * history, which everybody of the unit may read.
 */
final class FormStart extends ProcessInstantiationBuilderImpl {

    private final FormSeal seal;

    /** A person starts by the form whatever way they come; the program itself only where it says so. */
    private final boolean always;

    private FormStart(CommandExecutor commandExecutor, FormSeal seal, boolean always) {
        super(commandExecutor);
        this.seal = seal;
        this.always = always;
    }

    static ProcessInstantiationBuilder byId(
            CommandExecutor commandExecutor, FormSeal seal, String processDefinitionId, boolean always) {
        FormStart start = new FormStart(commandExecutor, seal, always);
        start.processDefinitionId = processDefinitionId;
        return start;
    }

    static ProcessInstantiationBuilder byKey(
            CommandExecutor commandExecutor, FormSeal seal, String processDefinitionKey) {
        FormStart start = new FormStart(commandExecutor, seal, false);
        start.processDefinitionKey = processDefinitionKey;
        return start;
    }

    /** Asked for by the engine at the start itself. */
    @Override
    public Map<String, Object> getVariables() {
        CommandContext context = Context.getCommandContext();
        boolean inTheMiddle =
                !getModificationBuilder().getModificationOperations().isEmpty();
        if (context == null || inTheMiddle || !(always || FormSeal.person(context.getAuthentication()))) {
            return super.getVariables();
        }
        ProcessDefinitionEntity definition = new GetDeployedProcessDefinitionCmd(this, false).execute(context);
        Set<String> ours = seal.passing(definition.getKey(), formKey(definition));
        VariableMap given = Variables.fromMap(super.getVariables());
        VariableMap passing = Variables.createVariables();
        given.keySet().forEach(name -> {
            TypedValue value = given.getValueTyped(name);
            passing.putValueTyped(name, ours.contains(name) ? passing(value) : value);
        });
        return passing;
    }

    private static TypedValue passing(TypedValue value) {
        return Variables.untypedValue(value instanceof UntypedValueImpl ? value.getValue() : value, true);
    }

    private static @Nullable String formKey(ProcessDefinitionEntity definition) {
        FormDefinition form = definition.getStartFormDefinition();
        return form == null || form.getFormKey() == null
                ? null
                : form.getFormKey().getExpressionText();
    }
}

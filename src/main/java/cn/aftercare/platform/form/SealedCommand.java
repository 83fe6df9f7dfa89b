package cn.aftercare.platform.form;

import cn.aftercare.problem.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.Spin;
import org.camunda.spin.SpinRuntimeException;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a person hands in before the engine takes the task as done; both share one reading of it. The fields go to
 * whoever takes up the form, see {@link FormInHand}; only the application itself and administrators set variables.
 *
 * @param command completes the task with these variables
 */
record SealedCommand<T>(
        FormSeal seal,
        String taskId,
        @Nullable Map<String, Object> submitted,
        Function<Map<String, Object>, Command<T>> command)
        implements Command<T> {

    @Override
    public T execute(CommandContext context) {
        TaskEntity task = taskId != null && FormSeal.binds(context.getAuthentication())
                ? context.getTaskManager().findTaskById(taskId)
                : null;
        // What is wrong with the task itself, or with the person, the engine says.
        if (task == null) {
            return command.apply(submitted).execute(context);
        }
        context.getProcessEngineConfiguration().getCommandCheckers().forEach(checker -> checker.checkTaskWork(task));
        Map<String, Object> form = Map.of();
        if (submitted != null) {
            form = submitted;
            seal.check(task.getBpmnModelElementInstance().getCamundaFormKey(), form);
        }
        return FormInHand.during(
                task.getExecution().getActivityInstanceId(),
                fields(form),
                () -> command.apply(Map.of()).execute(context));
    }

    private static Map<String, Object> fields(Map<String, Object> form) {
        Map<String, Object> fields = new HashMap<>();
        form.forEach((key, value) ->
                fields.put(key, plain(key, form instanceof VariableMap typed ? typed.getValueTyped(key) : value)));
        return fields;
    }

    private static @Nullable Object plain(String field, @Nullable Object value) {
        if (!(value instanceof SpinValue list)) {
            return value instanceof TypedValue typed ? typed.getValue() : value;
        }
        try {
            return list.isDeserialized() ? list.getValue() : Spin.JSON(list.getValueSerialized());
        } catch (SpinRuntimeException e) {
            throw new InvalidInputException(field, field + ":格式不正确");
        }
    }
}

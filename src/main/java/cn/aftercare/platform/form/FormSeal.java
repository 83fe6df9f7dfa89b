package cn.aftercare.platform.form;

import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.SpinValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a person may hand to the engine: the fields of the form in front of them, and nothing else. Variables decide where
 * a case goes, and the engine itself would let whoever may complete a task set any of them.
 */
@Component
class FormSeal {

    private final ObjectProvider<FormCatalog> catalog;
    private final LastingVariables lasting;

    FormSeal(ObjectProvider<FormCatalog> catalog, LastingVariables lasting) {
        this.catalog = catalog;
        this.lasting = lasting;
    }

    static boolean person(@Nullable Authentication login) {
        return login != null && login.getUserId() != null;
    }

    /** The application itself and administrators are not bound to forms. */
    static boolean binds(@Nullable Authentication login) {
        return person(login)
                && (login.getGroupIds() == null || !login.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
    }

    static AuthorizationException refused() {
        return new AuthorizationException("请通过任务或流程的表单办理,不能直接改变流程");
    }

    /** The fields of the start form that the process does not keep as variables of its own. */
    Set<String> passing(String processKey, @Nullable String formKey) {
        FormCatalog forms = catalog.getObject();
        Set<String> fields = FormKeys.formId(formKey)
                .filter(forms::has)
                .map(form -> new TreeSet<>(forms.fields(form)))
                .orElseGet(TreeSet::new);
        fields.removeAll(lasting.of(processKey));
        return fields;
    }

    /**
     * Refuses what is not a field of the form.
     *
     * @throws InvalidInputException naming every such variable, and every value no database can store
     * @throws AuthorizationException if there is no form
     */
    void check(@Nullable String formKey, Map<String, ?> submitted) {
        Set<String> fields = catalog.getObject().fields(FormKeys.formId(formKey).orElseThrow(FormSeal::refused));
        List<FieldError> errors = submitted.keySet().stream()
                .map(name -> fields.contains(name)
                        ? unstorable(name, asItCame(submitted, name))
                        : new FieldError(name, "表单没有字段“" + name + "”,不能提交"))
                .filter(error -> error != null)
                .toList();
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
    }

    /** The plain value of an object would have to be built first, from whatever class the caller named. */
    private static @Nullable Object asItCame(Map<String, ?> submitted, String name) {
        return submitted instanceof VariableMap typed ? typed.getValueTyped(name) : submitted.get(name);
    }

    /**
     * Forms submit text, numbers, flags and JSON lists. Objects of a class the caller names and files are none of it, and
     * a NUL would fail in the history before any message could reach the person; JSON lists hold it escaped.
     */
    private static @Nullable FieldError unstorable(String field, @Nullable Object submitted) {
        if (submitted instanceof ObjectValue || submitted instanceof FileValue || submitted instanceof BytesValue) {
            return new FieldError(field, field + ":不支持这种类型的内容");
        }
        Object value = submitted instanceof SpinValue json
                ? json.getValueSerialized()
                : submitted instanceof TypedValue typed ? typed.getValue() : submitted;
        String text = String.valueOf(value);
        return text.indexOf('\0') < 0 && !text.contains("\\u0000") ? null : new FieldError(field, field + ":含有不能保存的字符");
    }
}

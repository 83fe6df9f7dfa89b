package cn.aftercare.platform.form;

import cn.aftercare.problem.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Collects submitted form fields from the execution, checks them, and removes them from the process variables. */
@Component
public class FormSubmissions {

    private final FormCatalog catalog;

    FormSubmissions(FormCatalog catalog) {
        this.catalog = catalog;
    }

    Submission take(String formId, Set<String> fields, DelegateExecution execution) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String field : fields) {
            values.put(field, execution.getVariable(field));
        }
        var errors = FormSchemaCheck.check(catalog.schema(formId), values);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        // Business data lives in our tables; only what the process contract declares stays a variable.
        fields.forEach(execution::removeVariable);
        return new Submission(values);
    }
}

package cn.aftercare.platform.form;

import cn.aftercare.problem.InvalidInputException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Takes up the fields of a submitted form, checks and keeps them; as process variables they do not stay. */
@Component
public class FormSubmissions {

    private final FormCatalog catalog;
    private final SubmittedForms submitted;

    FormSubmissions(FormCatalog catalog, SubmittedForms submitted) {
        this.catalog = catalog;
        this.submitted = submitted;
    }

    Submission take(String formId, Set<String> fields, DelegateExecution execution) {
        Optional<Map<String, Object>> inHand = FormInHand.at(execution.getActivityInstanceId());
        // Whoever starts a process hands the fields in as variables that pass: FormStart.
        Function<String, Object> source =
                inHand.<Function<String, Object>>map(form -> form::get).orElse(execution::getVariable);
        Map<String, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(field, source.apply(field)));
        var errors = FormSchemaCheck.check(catalog.schema(formId), values);
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        submitted.keep(execution.getActivityInstanceId(), execution.getProcessInstanceId(), values);
        // Business data lives in our tables; only what the process contract declares stays a variable.
        if (inHand.isEmpty()) {
            fields.forEach(execution::removeVariable);
        }
        return new Submission(values);
    }
}

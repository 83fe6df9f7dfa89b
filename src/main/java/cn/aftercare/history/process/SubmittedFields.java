package cn.aftercare.history.process;

import cn.aftercare.history.Step.Field;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormLabels;
import cn.aftercare.platform.form.FormLabels.Labelled;
import cn.aftercare.platform.form.SubmittedForms;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people filled into the forms, as the form calls it. */
@Component
class SubmittedFields {

    private final SubmittedForms forms;
    private final RepositoryService repository;
    private final FormLabels labels;
    private final Directory directory;

    SubmittedFields(SubmittedForms forms, RepositoryService repository, FormLabels labels, Directory directory) {
        this.forms = forms;
        this.repository = repository;
        this.labels = labels;
        this.directory = directory;
    }

    /** The fields with something in them, in the order of the form, by id of the activity instance. */
    Map<String, List<Field>> byActivity(List<HistoricActivityInstance> activities) {
        Map<String, JsonNode> submitted = forms.of(activities.stream()
                .map(HistoricActivityInstance::getProcessInstanceId)
                .collect(Collectors.toSet()));
        Map<String, List<Field>> fields = new HashMap<>();
        for (HistoricActivityInstance a : activities) {
            JsonNode form = submitted.get(a.getId());
            String formKey = formKey(a);
            if (form != null && formKey != null) {
                fields.put(
                        a.getId(),
                        labels.of(formKey).stream()
                                .map(label -> field(label, form.path(label.key())))
                                .filter(Objects::nonNull)
                                .toList());
            }
        }
        return fields;
    }

    private @Nullable String formKey(HistoricActivityInstance a) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(a.getProcessDefinitionId()).getModelElementById(a.getActivityId());
        if (element instanceof UserTask task) {
            return task.getCamundaFormKey();
        }
        return element instanceof StartEvent start ? start.getCamundaFormKey() : null;
    }

    private @Nullable Field field(Labelled label, JsonNode value) {
        String text = value.isMissingNode() || value.isNull() ? "" : text(label, value);
        return text.isBlank() ? null : new Field(label.label(), text);
    }

    private String text(Labelled label, JsonNode value) {
        if (value.isBoolean()) {
            return value.booleanValue() ? "是" : "否";
        }
        if (value.isArray()) {
            return list(label, value);
        }
        String text = value.isTextual() ? value.textValue().strip() : value.toString();
        if (label.options().containsKey(text)) {
            return label.options().get(text);
        }
        // As form-js writes a time.
        return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*")
                ? text.substring(0, 16).replace('T', ' ')
                : label.offered() ? directory.displayName(text) : text;
    }

    private String list(Labelled label, JsonNode list) {
        List<String> items = new ArrayList<>();
        for (JsonNode item : list) {
            if (item.isObject()) {
                items.add(label.parts().stream()
                        .map(part -> field(part, item.path(part.key())))
                        .filter(Objects::nonNull)
                        .map(part -> part.label() + " " + part.value())
                        .collect(Collectors.joining(",")));
            } else {
                items.add(text(label, item));
            }
        }
        return String.join(items.stream().anyMatch(i -> i.contains(",")) ? ";" : "、", items);
    }
}

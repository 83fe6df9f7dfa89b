package cn.aftercare.history.process;

import cn.aftercare.history.Step.Field;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.form.FormLabels;
import cn.aftercare.platform.form.FormLabels.Labelled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.spin.json.SpinJsonNode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What people filled into the forms. Submitted fields do not stay as variables, but the history keeps that they were set,
 * and at which task.
 */
@Component
class SubmittedFields {

    private final HistoryService history;
    private final RepositoryService repository;
    private final FormLabels labels;
    private final Directory directory;

    SubmittedFields(HistoryService history, RepositoryService repository, FormLabels labels, Directory directory) {
        this.history = history;
        this.repository = repository;
        this.labels = labels;
        this.directory = directory;
    }

    /** The fields with something in them, in the order of the form, by id of the activity instance. */
    Map<String, List<Field>> byActivity(List<HistoricActivityInstance> activities) {
        Map<String, Map<String, Object>> values = values(activities.stream()
                .map(HistoricActivityInstance::getProcessInstanceId)
                .collect(Collectors.toSet()));
        Map<String, List<Field>> fields = new HashMap<>();
        for (HistoricActivityInstance a : activities) {
            String formKey = formKey(a);
            // What a process is started with belongs to the instance.
            Map<String, Object> submitted =
                    formKey == null ? null : values.get(a.getTaskId() == null ? a.getProcessInstanceId() : a.getId());
            if (submitted != null) {
                fields.put(
                        a.getId(),
                        labels.of(formKey).stream()
                                .map(label -> field(label, submitted.get(label.key())))
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

    /** By activity instance and name; a field that is taken up is removed, which is no value. */
    private Map<String, Map<String, Object>> values(Collection<String> instances) {
        Map<String, Map<String, Object>> values = new HashMap<>();
        history.createHistoricDetailQuery()
                .processInstanceIdIn(instances.toArray(String[]::new))
                .variableUpdates()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .forEach(detail -> {
                    HistoricVariableUpdate update = (HistoricVariableUpdate) detail;
                    if (update.getActivityInstanceId() != null && update.getValue() != null) {
                        values.computeIfAbsent(update.getActivityInstanceId(), id -> new HashMap<>())
                                .put(update.getVariableName(), update.getValue());
                    }
                });
        return values;
    }

    private @Nullable Field field(Labelled label, @Nullable Object value) {
        String text = value == null ? "" : text(label, value);
        return text.isBlank() ? null : new Field(label.label(), text);
    }

    private String text(Labelled label, Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "是" : "否";
        }
        if (value instanceof SpinJsonNode json) {
            return json.isArray() ? list(label, json) : json.toString();
        }
        String text = value.toString().strip();
        if (label.options().containsKey(text)) {
            return label.options().get(text);
        }
        // As form-js writes a time.
        return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d.*")
                ? text.substring(0, 16).replace('T', ' ')
                : label.offered() ? directory.displayName(text) : text;
    }

    private String list(Labelled label, SpinJsonNode list) {
        List<String> items = new ArrayList<>();
        for (SpinJsonNode item : list.elements()) {
            if (item.isObject()) {
                items.add(label.parts().stream()
                        .filter(part -> item.hasProp(part.key())
                                && !item.prop(part.key()).isNull())
                        .map(part -> field(part, plain(item.prop(part.key()))))
                        .filter(Objects::nonNull)
                        .map(part -> part.label() + " " + part.value())
                        .collect(Collectors.joining(",")));
            } else {
                items.add(text(label, plain(item)));
            }
        }
        return String.join(items.stream().anyMatch(i -> i.contains(",")) ? ";" : "、", items);
    }

    private static Object plain(SpinJsonNode node) {
        return node.isValue() ? node.value() : node;
    }
}

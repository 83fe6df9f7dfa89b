package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/**
 * A user task names in its property {@code commitment} the promises it serves; its due date is the earliest open one of
 * them and moves with it.
 */
@Component
class CommitmentTasks {

    static final String PROPERTY = "commitment";

    private final TaskService tasks;
    private final RepositoryService repository;

    CommitmentTasks(TaskService tasks, RepositoryService repository) {
        this.tasks = tasks;
        this.repository = repository;
    }

    void move(String caseNo, List<Commitment> commitments) {
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list()) {
            var element = repository
                    .getBpmnModelInstance(task.getProcessDefinitionId())
                    .getModelElementById(task.getTaskDefinitionKey());
            Optional<Commitment> first = firstDue(element, commitments);
            Date due = first.map(c -> Date.from(c.dueAt())).orElse(null);
            if (first.isPresent() && !due.equals(task.getDueDate())) {
                task.setDueDate(due);
                tasks.saveTask(task);
            }
        }
    }

    /** Assignees, or else candidate groups, of the open tasks that serve the promise. */
    List<String> peopleServing(Commitment commitment) {
        return tasks.createTaskQuery().processInstanceBusinessKey(commitment.caseNo()).list().stream()
                .filter(task -> firstDue(
                                repository
                                        .getBpmnModelInstance(task.getProcessDefinitionId())
                                        .getModelElementById(task.getTaskDefinitionKey()),
                                List.of(commitment))
                        .isPresent())
                .flatMap(task -> task.getAssignee() != null
                        ? java.util.stream.Stream.of(task.getAssignee())
                        : tasks.getIdentityLinksForTask(task.getId()).stream()
                                .map(org.camunda.bpm.engine.task.IdentityLink::getGroupId)
                                .filter(java.util.Objects::nonNull))
                .distinct()
                .sorted()
                .toList();
    }

    /** The promise of the element that is due first; a hard one before a target of the same instant. */
    static Optional<Commitment> firstDue(ModelElementInstance element, List<Commitment> commitments) {
        Set<CommitmentType> types = property(element, PROPERTY)
                .map(value -> Arrays.stream(value.split(","))
                        .map(String::strip)
                        .map(CommitmentType::valueOf)
                        .collect(Collectors.toSet()))
                .orElse(Set.of());
        return commitments.stream()
                .filter(c -> types.contains(c.type()) && c.status().open())
                .min(Comparator.comparing(Commitment::dueAt)
                        .thenComparing(c -> c.kind() == CommitmentKind.HARD ? 0 : 1));
    }

    /** An extension property of a model element. */
    static Optional<String> property(ModelElementInstance element, String name) {
        return element.getChildElementsByType(org.camunda.bpm.model.bpmn.instance.ExtensionElements.class).stream()
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaProperties.class).stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst();
    }
}

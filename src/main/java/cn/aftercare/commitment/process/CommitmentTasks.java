package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.platform.engine.TaskCreation;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.platform.model.ModelProperties;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A user task names in its property {@code commitment} the promises it serves; its due date is the earliest open one of
 * them and moves with it, and its card says which promise that is.
 */
@Component
class CommitmentTasks implements TaskCreation {

    private final TaskService tasks;
    private final RepositoryService repository;
    private final ObjectProvider<CommitmentService> commitments;

    CommitmentTasks(TaskService tasks, RepositoryService repository, ObjectProvider<CommitmentService> commitments) {
        this.tasks = tasks;
        this.repository = repository;
        this.commitments = commitments;
    }

    @Override
    public void created(DelegateTask task) {
        String caseNo = task.getExecution().getProcessBusinessKey();
        ModelElementInstance element = task.getBpmnModelElementInstance();
        if (caseNo == null
                || ModelProperties.of(element, ModelProperties.COMMITMENT).isEmpty()) {
            return;
        }
        firstDue(element, commitments.getObject().ofCase(caseNo)).ifPresent(c -> {
            task.setDueDate(Date.from(c.dueAt()));
            task.setVariableLocal(ServiceCommitment.COMMITMENT_TEXT, text(c));
        });
    }

    /** Brings the due dates of the open tasks of a case in line with its promises. */
    void move(String caseNo, List<Commitment> current) {
        for (Task task :
                tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list()) {
            Optional<Commitment> first = firstDue(element(task), current);
            Date due = first.map(c -> Date.from(c.dueAt())).orElse(null);
            if (first.isPresent() && !due.equals(task.getDueDate())) {
                task.setDueDate(due);
                tasks.saveTask(task);
                tasks.setVariableLocal(task.getId(), ServiceCommitment.COMMITMENT_TEXT, text(first.get()));
            }
        }
    }

    /** Assignees, or else candidate groups, of the open tasks that serve the promise. */
    List<String> peopleServing(Commitment commitment) {
        return tasks.createTaskQuery().processInstanceBusinessKey(commitment.caseNo()).list().stream()
                .filter(task -> firstDue(element(task), List.of(commitment)).isPresent())
                .flatMap(task -> task.getAssignee() != null
                        ? Stream.of(task.getAssignee())
                        : tasks.getIdentityLinksForTask(task.getId()).stream()
                                .map(IdentityLink::getGroupId)
                                .filter(Objects::nonNull))
                .distinct()
                .sorted()
                .toList();
    }

    /** What a card says: the card itself gives the deadline only as "in 3 hours". */
    private static String text(Commitment commitment) {
        return commitment.label()
                + " "
                + FormTime.readable(commitment.dueAt())
                + (commitment.ownerSpecified() ? " 业主指定" : "")
                + (commitment.provisional() ? " 暂定" : "");
    }

    private ModelElementInstance element(Task task) {
        return repository
                .getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
    }

    /** The promise of the element that is due first; a hard one before a target of the same instant. */
    static Optional<Commitment> firstDue(ModelElementInstance element, List<Commitment> commitments) {
        List<String> types = ModelProperties.list(element, ModelProperties.COMMITMENT);
        return commitments.stream()
                .filter(c -> types.contains(c.type().name()) && c.status().open())
                .min(Comparator.comparing(Commitment::dueAt)
                        .thenComparing(c -> c.kind() == CommitmentKind.HARD ? 0 : 1));
    }
}

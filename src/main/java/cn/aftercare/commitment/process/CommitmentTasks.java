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
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.runtime.Execution;
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
    private final ManagementService management;
    private final ObjectProvider<CommitmentService> commitments;

    CommitmentTasks(
            TaskService tasks,
            RepositoryService repository,
            ManagementService management,
            ObjectProvider<CommitmentService> commitments) {
        this.tasks = tasks;
        this.repository = repository;
        this.management = management;
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
        for (Task task : open(caseNo)) {
            Optional<Commitment> first = firstDue(element(task), current);
            Date due = first.map(c -> Date.from(c.dueAt())).orElse(null);
            if (first.isPresent() && !due.equals(task.getDueDate())) {
                task.setDueDate(due);
                tasks.saveTask(task);
                tasks.setVariableLocal(task.getId(), ServiceCommitment.COMMITMENT_TEXT, text(first.get()));
            }
        }
    }

    /**
     * Assignees, or else candidate groups, of the open tasks that serve the promise; while there is none yet, of those the
     * case waits for.
     */
    List<String> peopleServing(Commitment commitment) {
        List<Task> open = open(commitment.caseNo());
        List<Task> serving = open.stream()
                .filter(task -> firstDue(element(task), List.of(commitment)).isPresent())
                .toList();
        return (serving.isEmpty() ? open.stream().filter(this::ofTheCase) : serving.stream())
                .flatMap(task -> task.getAssignee() != null
                        ? Stream.of(task.getAssignee())
                        : tasks.getIdentityLinksForTask(task.getId()).stream()
                                .map(IdentityLink::getGroupId)
                                .filter(Objects::nonNull))
                .distinct()
                .sorted()
                .toList();
    }

    /** Not a supervisor's, who looks after another promise. */
    private boolean ofTheCase(Task task) {
        return !ServiceCommitment.KEY.equals(
                repository.getProcessDefinition(task.getProcessDefinitionId()).getKey());
    }

    /** As the engine's own query by business key, which takes longer to put together than to run. */
    private List<Task> open(String caseNo) {
        return tasks.createNativeTaskQuery()
                .sql("select t.* from %s t join %s i on i.ID_ = t.PROC_INST_ID_ where i.BUSINESS_KEY_ = #{caseNo}"
                        .formatted(management.getTableName(Task.class), management.getTableName(Execution.class)))
                .parameter("caseNo", caseNo)
                .list();
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

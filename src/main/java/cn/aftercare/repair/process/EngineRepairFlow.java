package cn.aftercare.repair.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.repair.app.OpenTask;
import cn.aftercare.repair.app.RepairFlow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reaches the instances of a case by its number; who may do so was checked before. */
@Component
class EngineRepairFlow implements RepairFlow {

    private static final String WITHDRAWAL = "WithdrawalProposed";
    private static final String SUPERVISION = "service-commitment";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final RepairStart start;
    private final SystemAccess system;
    private final JdbcClient jdbc;

    EngineRepairFlow(
            RuntimeService runtime, TaskService tasks, RepairStart start, SystemAccess system, JdbcClient jdbc) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.start = start;
        this.system = system;
        this.jdbc = jdbc;
    }

    @Override
    public void start(String caseNo) {
        String instance = system.call(() -> runtime.createMessageCorrelation(RepairProcess.REPORTED)
                .processInstanceBusinessKey(caseNo)
                .setVariables(start.variables(caseNo))
                .correlateStartMessage()
                .getId());
        start.started(caseNo, instance);
    }

    @Override
    public List<String> openTasks(String caseNo) {
        return system.call(() -> tasks.createTaskQuery().processInstanceBusinessKey(caseNo).list().stream()
                .filter(t -> !t.getProcessDefinitionId().startsWith(SUPERVISION + ":"))
                .map(Task::getName)
                .sorted()
                .toList());
    }

    @Override
    public List<OpenTask> openTasks(Collection<String> caseNos) {
        if (caseNos.isEmpty()) {
            return List.of();
        }
        return system.call(() -> {
            List<Task> found = tasks.createTaskQuery()
                    .processInstanceBusinessKeyIn(caseNos.toArray(String[]::new))
                    .list();
            if (found.isEmpty()) {
                return List.of();
            }
            Map<String, String> cases = runtime
                    .createProcessInstanceQuery()
                    .processInstanceIds(
                            found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                    .list()
                    .stream()
                    .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
            Map<String, List<String>> groups =
                    candidateGroups(found.stream().map(Task::getId).toList());
            return found.stream()
                    // Ended between the two queries.
                    .filter(t -> cases.containsKey(t.getProcessInstanceId()))
                    .map(t -> new OpenTask(
                            t.getId(),
                            t.getName(),
                            cases.get(t.getProcessInstanceId()),
                            t.getAssignee(),
                            groups.getOrDefault(t.getId(), List.of()),
                            t.getDueDate() == null ? null : t.getDueDate().toInstant()))
                    .sorted(Comparator.comparing(OpenTask::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                            .thenComparing(OpenTask::name))
                    .toList();
        });
    }

    /** By task; the engine's own services answer this for one task at a time only. */
    private Map<String, List<String>> candidateGroups(Collection<String> taskIds) {
        Map<String, List<String>> groups = new HashMap<>();
        jdbc.sql("select task_id_, group_id_ from act_ru_identitylink"
                        + " where task_id_ in (:tasks) and group_id_ is not null order by group_id_")
                .param("tasks", taskIds)
                .query(rs -> {
                    groups.computeIfAbsent(rs.getString(1), id -> new ArrayList<>())
                            .add(rs.getString(2));
                });
        return groups;
    }

    @Override
    public void reclassified(String caseNo, CaseKind kind) {
        correlate(
                caseNo,
                switch (kind) {
                    case EMERGENCY -> RepairProcess.TO_EMERGENCY;
                    case STRUCTURAL -> RepairProcess.TO_STRUCTURAL;
                    case ORDINARY -> RepairProcess.TO_ORDINARY;
                });
    }

    @Override
    public void withdrawalProposed(String caseNo) {
        correlate(caseNo, WITHDRAWAL);
    }

    @Override
    public void major(String caseNo, boolean major) {
        system.run(() -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNo).list().stream()
                .filter(i -> !i.getProcessDefinitionId().startsWith(SUPERVISION + ":"))
                .map(ProcessInstance::getId)
                .filter(id -> runtime.getVariables(id).containsKey(RepairProcess.MAJOR))
                .forEach(id -> runtime.setVariable(id, RepairProcess.MAJOR, major)));
    }

    private void correlate(String caseNo, String message) {
        try {
            system.run(() -> message(caseNo, message).correlate());
        } catch (MismatchingMessageCorrelationException e) {
            throw new ConflictException("案件 " + caseNo + " 现在的办理环节不能这样改判");
        }
    }

    private MessageCorrelationBuilder message(String caseNo, String message) {
        return runtime.createMessageCorrelation(message).processInstanceBusinessKey(caseNo);
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.repair.app.RepairFlow;
import java.util.List;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
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

    EngineRepairFlow(RuntimeService runtime, TaskService tasks, RepairStart start, SystemAccess system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.start = start;
        this.system = system;
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

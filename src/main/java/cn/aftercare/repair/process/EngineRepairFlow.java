package cn.aftercare.repair.process;

import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.repair.app.RepairFlow;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts instances of {@code repair} by message; who may report was checked before. */
@Component
class EngineRepairFlow implements RepairFlow {

    private final RuntimeService runtime;
    private final RepairStart start;
    private final SystemAccess system;

    EngineRepairFlow(RuntimeService runtime, RepairStart start, SystemAccess system) {
        this.runtime = runtime;
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
}

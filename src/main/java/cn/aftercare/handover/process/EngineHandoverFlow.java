package cn.aftercare.handover.process;

import cn.aftercare.handover.Naming;
import cn.aftercare.handover.app.HandoverFlow;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Reaches the instances of handovers by their numbers. */
@Component
class EngineHandoverFlow implements HandoverFlow {

    private final RuntimeService runtime;
    private final SystemAccess system;

    EngineHandoverFlow(RuntimeService runtime, SystemAccess system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void reschedule(String number, Naming naming) {
        Date at = Date.from(naming.askAt());
        system.run(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(ProjectHandoverProcess.KEY)
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .map(instance -> runtime.getVariable(instance.getId(), ProjectHandoverProcess.NAME_AT))
                .filter(planned -> planned != null && !Objects.equals(planned, at))
                .forEach(planned -> moved(number)));
    }

    @Override
    public void closed(String number) {
        system.run(() -> moved(number));
    }

    private void moved(String number) {
        runtime.createMessageCorrelation(ProjectHandoverProcess.MOVED)
                .processInstanceBusinessKey(number)
                .correlateAll();
    }
}

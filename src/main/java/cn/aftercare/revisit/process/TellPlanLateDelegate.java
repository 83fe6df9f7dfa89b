package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.Planning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the manager and HQ that the plan is not approved in time. */
@Component
class TellPlanLateDelegate implements JavaDelegate {

    private final Planning planning;

    TellPlanLateDelegate(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.late(execution.getProcessBusinessKey());
    }
}

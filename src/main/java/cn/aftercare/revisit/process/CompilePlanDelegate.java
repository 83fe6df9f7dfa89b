package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.Planning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fills the plan with what is due. */
@Component
class CompilePlanDelegate implements JavaDelegate {

    private final Planning planning;

    CompilePlanDelegate(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(RevisitPlanProcess.ANYTHING_DUE, planning.compile(execution.getProcessBusinessKey()));
    }
}

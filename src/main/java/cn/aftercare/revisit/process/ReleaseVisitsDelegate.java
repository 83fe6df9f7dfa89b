package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.Planning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes visits of the approved lines. */
@Component
class ReleaseVisitsDelegate implements JavaDelegate {

    private final Planning planning;

    ReleaseVisitsDelegate(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String planNo = execution.getProcessBusinessKey();
        execution.setVariable(RevisitPlanProcess.ALL_RELEASED, planning.release(planNo));
        execution.setVariable(RevisitPlanProcess.FILED_AT_HQ, planning.filedAtHq(planNo));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.Visits;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Draws up the checklist and judges anew who visits. */
@Component
class PrepareVisitDelegate implements JavaDelegate {

    private final Visits visits;

    PrepareVisitDelegate(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Visit visit = visits.prepare(execution.getProcessBusinessKey());
        execution.setVariable(RevisitProcess.IN_WARRANTY, visit.inWarranty());
        execution.setVariable(RevisitProcess.FILED_AT_HQ, visit.filed());
    }
}

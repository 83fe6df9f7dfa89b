package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.VisitWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a repair for every defect found. */
@Component
class OpenVisitRepairsDelegate implements JavaDelegate {

    private final VisitWork work;

    OpenVisitRepairsDelegate(VisitWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.openRepairs(execution.getProcessBusinessKey());
        execution.setVariable(RevisitProcess.REPAIRS_OPEN, work.repairsOpen(execution.getProcessBusinessKey()));
    }
}

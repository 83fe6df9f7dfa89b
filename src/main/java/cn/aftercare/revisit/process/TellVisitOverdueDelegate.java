package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.VisitWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the manager, and HQ where it supervises, that a visit is late. */
@Component
class TellVisitOverdueDelegate implements JavaDelegate {

    private final VisitWork work;

    TellVisitOverdueDelegate(VisitWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.overdue(execution.getProcessBusinessKey());
    }
}

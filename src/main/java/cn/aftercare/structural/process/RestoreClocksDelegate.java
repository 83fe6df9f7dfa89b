package cn.aftercare.structural.process;

import cn.aftercare.repair.Outcome;
import cn.aftercare.structural.app.StructuralWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The classification is withdrawn: the case goes back to the ordinary flow and its clocks. */
@Component
class RestoreClocksDelegate implements JavaDelegate {

    private final StructuralWork work;

    RestoreClocksDelegate(StructuralWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.classificationWithdrawn(execution.getProcessBusinessKey());
        execution.setVariable(StructuralSafety.OUTCOME, Outcome.WITHDRAWN.name());
    }
}

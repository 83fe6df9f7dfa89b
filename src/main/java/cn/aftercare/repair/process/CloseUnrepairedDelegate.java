package cn.aftercare.repair.process;

import cn.aftercare.repair.Outcome;
import cn.aftercare.repair.app.Closing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends a case that was not taken or for which no agreement was reached. */
@Component
class CloseUnrepairedDelegate implements JavaDelegate {

    private final Closing closing;

    CloseUnrepairedDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.closeUnrepaired(execution.getProcessBusinessKey(), Outcome.valueOf((String)
                execution.getVariable(RepairProcess.OUTCOME)));
    }
}

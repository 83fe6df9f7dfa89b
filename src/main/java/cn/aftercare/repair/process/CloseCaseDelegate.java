package cn.aftercare.repair.process;

import cn.aftercare.repair.app.Closing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Ends the case once its record is filed and the owner was asked. */
@Component
class CloseCaseDelegate implements JavaDelegate {

    private final Closing closing;

    CloseCaseDelegate(Closing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.VisitClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The visit is over; nothing of it is open. */
@Component
class CloseVisitDelegate implements JavaDelegate {

    private final VisitClosing closing;

    CloseVisitDelegate(VisitClosing closing) {
        this.closing = closing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closing.close(execution.getProcessBusinessKey());
    }
}

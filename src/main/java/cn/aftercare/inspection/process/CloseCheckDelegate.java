package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckClosing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the record of the check and closes it. */
@Component
class CloseCheckDelegate implements JavaDelegate {

    private final CheckClosing checkClosing;

    CloseCheckDelegate(CheckClosing checkClosing) {
        this.checkClosing = checkClosing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkClosing.close(execution.getProcessBusinessKey());
    }
}

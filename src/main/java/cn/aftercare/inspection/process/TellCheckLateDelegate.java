package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the checkers' manager that a check is late. */
@Component
class TellCheckLateDelegate implements JavaDelegate {

    private final CheckDeadlines checkDeadlines;

    TellCheckLateDelegate(CheckDeadlines checkDeadlines) {
        this.checkDeadlines = checkDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkDeadlines.checkLate(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the checkers of a check that is due soon. */
@Component
class RemindCheckDelegate implements JavaDelegate {

    private final CheckDeadlines checkDeadlines;

    RemindCheckDelegate(CheckDeadlines checkDeadlines) {
        this.checkDeadlines = checkDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkDeadlines.remindCheck(execution.getProcessBusinessKey());
    }
}

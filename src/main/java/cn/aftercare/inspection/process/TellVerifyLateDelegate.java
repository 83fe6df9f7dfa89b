package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the checkers' manager that a verification is late. */
@Component
class TellVerifyLateDelegate implements JavaDelegate {

    private final CheckDeadlines checkDeadlines;

    TellVerifyLateDelegate(CheckDeadlines checkDeadlines) {
        this.checkDeadlines = checkDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkDeadlines.verifyLate((String) execution.getVariable(SpotCheckProcess.FINDING_NO));
    }
}

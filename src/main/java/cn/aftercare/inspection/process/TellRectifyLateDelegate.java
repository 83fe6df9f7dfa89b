package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the unit's manager, and HQ where it checks, that a rectification is late. */
@Component
class TellRectifyLateDelegate implements JavaDelegate {

    private final CheckDeadlines checkDeadlines;

    TellRectifyLateDelegate(CheckDeadlines checkDeadlines) {
        this.checkDeadlines = checkDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkDeadlines.rectifyLate((String) execution.getVariable(SpotCheckProcess.FINDING_NO));
    }
}

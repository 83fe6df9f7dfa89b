package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.CheckDeadlines;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the project's people of a rectification that is due soon. */
@Component
class RemindRectifyDelegate implements JavaDelegate {

    private final CheckDeadlines checkDeadlines;

    RemindRectifyDelegate(CheckDeadlines checkDeadlines) {
        this.checkDeadlines = checkDeadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checkDeadlines.remindRectify((String) execution.getVariable(SpotCheckProcess.FINDING_NO));
    }
}

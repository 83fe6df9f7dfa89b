package cn.aftercare.handover.process;

import cn.aftercare.handover.Naming;
import cn.aftercare.handover.app.Handovers;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets when the post-warranty managers are named, by the warranty as it is now. */
@Component
class ScheduleNamingDelegate implements JavaDelegate {

    private final Handovers handovers;

    ScheduleNamingDelegate(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String number = execution.getProcessBusinessKey();
        Naming naming = handovers.naming(number);
        execution.setVariable(ProjectHandoverProcess.NAME_AT, Date.from(naming.askAt()));
        execution.setVariable(ProjectHandoverProcess.NAME_DUE_AT, Date.from(naming.dueAt()));
        execution.setVariable(ProjectHandoverProcess.PROJECT_CLOSED, handovers.closed(number));
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.revisit.VisitIssue;
import cn.aftercare.revisit.app.Visits;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Each of the tasks side by side takes one issue, and goes to the department it was forwarded to. */
@Component
class IssueTaskStarted implements ExecutionListener {

    private final Visits visits;

    IssueTaskStarted(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void notify(DelegateExecution execution) {
        // The body of the loop starts too, and has no counter yet.
        if (execution.getVariable("loopCounter") instanceof Integer counter) {
            String visitNo = execution.getProcessBusinessKey();
            VisitIssue issue = visits.issues(visitNo).get(counter);
            execution.setVariableLocal(RevisitProcess.ISSUE_NO, visitNo + "." + issue.seq());
            execution.setVariableLocal(RevisitProcess.ISSUE_GROUP, issue.department());
        }
    }
}

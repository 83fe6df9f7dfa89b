package cn.aftercare.repair.process;

import cn.aftercare.repair.app.Preparations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A danger gets its task order without anybody's doing. */
@Component
class IssueOrderDelegate implements JavaDelegate {

    private final Preparations preparations;

    IssueOrderDelegate(Preparations preparations) {
        this.preparations = preparations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        preparations.issueTaskOrderAtOnce(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.commitment.process;

import cn.aftercare.commitment.EscalationLevel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Still open: HQ's project management department gets a supervision task. */
@Component
class NotifyHqDelegate implements JavaDelegate {

    private final EscalationChain chain;

    NotifyHqDelegate(EscalationChain chain) {
        this.chain = chain;
    }

    @Override
    public void execute(DelegateExecution execution) {
        chain.reach(EscalationLevel.HQ_PMD, null, execution);
    }
}

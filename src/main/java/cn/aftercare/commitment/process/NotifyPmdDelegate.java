package cn.aftercare.commitment.process;

import cn.aftercare.commitment.EscalationLevel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Still open: the unit's PMD manager gets a supervision task. */
@Component
class NotifyPmdDelegate implements JavaDelegate {

    private final EscalationChain chain;

    NotifyPmdDelegate(EscalationChain chain) {
        this.chain = chain;
    }

    @Override
    public void execute(DelegateExecution execution) {
        chain.reach(EscalationLevel.PMD_MANAGER, EscalationLevel.HQ_PMD, execution);
    }
}

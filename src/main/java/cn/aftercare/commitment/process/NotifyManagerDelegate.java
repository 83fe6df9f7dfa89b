package cn.aftercare.commitment.process;

import cn.aftercare.commitment.EscalationLevel;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The deadline passed: the project's warranty manager gets a supervision task. */
@Component
class NotifyManagerDelegate implements JavaDelegate {

    private final EscalationChain chain;

    NotifyManagerDelegate(EscalationChain chain) {
        this.chain = chain;
    }

    @Override
    public void execute(DelegateExecution execution) {
        chain.reach(EscalationLevel.MANAGER, EscalationLevel.PMD_MANAGER, execution);
    }
}

package cn.aftercare.handover.process;

import cn.aftercare.handover.app.PostWarrantyNaming;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody was named in time. */
@Component
class TellNamingLateDelegate implements JavaDelegate {

    private final PostWarrantyNaming naming;

    TellNamingLateDelegate(PostWarrantyNaming naming) {
        this.naming = naming;
    }

    @Override
    public void execute(DelegateExecution execution) {
        naming.late(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.SpotDraws;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Orders a check of every project drawn. */
@Component
class OrderChecksDelegate implements JavaDelegate {

    private final SpotDraws spotDraws;

    OrderChecksDelegate(SpotDraws spotDraws) {
        this.spotDraws = spotDraws;
    }

    @Override
    public void execute(DelegateExecution execution) {
        spotDraws.orderChecks(execution.getProcessBusinessKey());
    }
}

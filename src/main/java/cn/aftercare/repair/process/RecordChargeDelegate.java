package cn.aftercare.repair.process;

import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.app.Findings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The charge follows charge-decision (R-16, R-19..R-23). */
@Component
class RecordChargeDelegate implements JavaDelegate {

    private final Findings findings;

    RecordChargeDelegate(Findings findings) {
        this.findings = findings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        findings.charge(execution.getProcessBusinessKey(), ChargeBasis.valueOf((String)
                execution.getVariable(RepairProcess.CHARGE_BASIS)));
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.FindingWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands a defect of the building over to the repair flow. */
@Component
class OpenFindingRepairDelegate implements JavaDelegate {

    private final FindingWork work;

    OpenFindingRepairDelegate(FindingWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.openRepair((String) execution.getVariable(SpotCheckProcess.FINDING_NO));
    }
}

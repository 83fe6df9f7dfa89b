package cn.aftercare.repair.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.repair.app.RepairCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The case takes over what {@code repair-triage} said, before its promises are planned. */
@Component
class TriageDecided implements ExecutionListener {

    private final RepairCases cases;

    TriageDecided(RepairCases cases) {
        this.cases = cases;
    }

    @Override
    public void notify(DelegateExecution execution) {
        cases.triaged(execution.getProcessBusinessKey(), CaseKind.valueOf((String)
                execution.getVariable(RepairProcess.CASE_KIND)));
    }
}

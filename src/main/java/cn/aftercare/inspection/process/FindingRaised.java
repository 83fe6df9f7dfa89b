package cn.aftercare.inspection.process;

import cn.aftercare.inspection.SpotFinding;
import cn.aftercare.inspection.app.SpotChecks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Each of the findings side by side is rectified on its own, with its own deadline. */
@Component
class FindingRaised implements ExecutionListener {

    private final SpotChecks checks;
    private final InspectionVariables variables;

    FindingRaised(SpotChecks checks, InspectionVariables variables) {
        this.checks = checks;
        this.variables = variables;
    }

    @Override
    public void notify(DelegateExecution execution) {
        // The body of the loop starts too, and has no counter yet.
        if (execution.getVariable("loopCounter") instanceof Integer counter) {
            SpotFinding finding =
                    checks.findings(execution.getProcessBusinessKey()).get(counter);
            execution.setVariableLocal(SpotCheckProcess.FINDING_NO, finding.findingNo());
            execution.setVariableLocal(
                    SpotCheckProcess.AS_REPAIR, finding.handling().asRepair());
            execution.setVariableLocal(SpotCheckProcess.RECTIFY_ACCEPTED, false);
            execution.setVariablesLocal(variables.rectification(finding));
            // Set anew when there is something to verify; local to the finding from the start.
            execution.setVariablesLocal(variables.verification());
        }
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.app.InspectionFlow;
import cn.aftercare.platform.engine.SystemAccess;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reaches the instances of checks and reports by their numbers. */
@Component
class EngineInspectionFlow implements InspectionFlow {

    private final RuntimeService runtime;
    private final SystemAccess system;
    private final ObjectProvider<InspectionVariables> variables;

    /** The variables are asked for when something starts: the services they come from use this flow. */
    EngineInspectionFlow(RuntimeService runtime, SystemAccess system, ObjectProvider<InspectionVariables> variables) {
        this.runtime = runtime;
        this.system = system;
        this.variables = variables;
    }

    @Override
    public void startCheck(SpotCheck check) {
        start(SpotCheckProcess.ORDERED, check.checkNo(), variables.getObject().of(check));
    }

    @Override
    public void startReport(RectificationReport report) {
        start(
                RectificationReportProcess.DUE,
                report.reportNo(),
                variables.getObject().of(report));
    }

    private void start(String message, String number, Map<String, Object> carried) {
        system.run(() -> runtime.createMessageCorrelation(message)
                .processInstanceBusinessKey(number)
                .setVariables(carried)
                .correlateStartMessage());
    }

    @Override
    public void repairEnded(String checkNo, String findingNo) {
        system.run(() -> runtime.createMessageCorrelation(SpotCheckProcess.REPAIR_ENDED)
                .processInstanceBusinessKey(checkNo)
                .localVariableEquals(SpotCheckProcess.REPAIR_OF, findingNo)
                .setVariables(variables.getObject().verification())
                .correlate());
    }
}

package cn.aftercare.quality.process;

import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.app.QualityFlow;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.quality.app.QualitySteps;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Starts the flows of items and of their clocks, and stops a clock when its step is taken. */
@Component
class EngineQualityFlow implements QualityFlow {

    private final RuntimeService runtime;
    private final SystemAccess system;
    private final ProjectService projects;
    private final ObjectProvider<QualityItems> items;
    private final ObjectProvider<QualitySteps> steps;

    /** The services are asked for when something starts: they use this flow themselves. */
    EngineQualityFlow(
            RuntimeService runtime,
            SystemAccess system,
            ProjectService projects,
            ObjectProvider<QualityItems> items,
            ObjectProvider<QualitySteps> steps) {
        this.runtime = runtime;
        this.system = system;
        this.projects = projects;
        this.items = items;
        this.steps = steps;
    }

    @Override
    public void start(QualityItem item) {
        String instance = system.call(() -> runtime.createMessageCorrelation(QualityFeedback.RAISED)
                .processInstanceBusinessKey(item.itemNo())
                .setVariables(variables(item))
                .correlateStartMessage()
                .getId());
        items.getObject().started(item.itemNo(), instance);
    }

    Map<String, Object> variables(QualityItem item) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(QualityFeedback.CASE_NO, item.itemNo());
        variables.put(QualityFeedback.UNIT, item.unit());
        variables.put(QualityFeedback.PROJECT_NAME, projectName(item));
        variables.put(QualityFeedback.BY_OWNER, item.byOwner());
        return variables;
    }

    @Override
    public String startClock(QualityItem item, StepDeadline step) {
        Map<String, Object> variables = new HashMap<>();
        variables.put(QualityClock.CASE_NO, item.itemNo());
        variables.put(QualityClock.UNIT, item.unit());
        variables.put(QualityClock.PROJECT_NAME, projectName(item));
        variables.put(QualityClock.STEP_ID, step.id());
        variables.put(QualityClock.STEP_NO, StepStarted.subject(step));
        variables.put(QualityClock.REMIND_AT, Date.from(step.remindAt()));
        variables.put(QualityClock.STEP_DUE_AT, Date.from(step.dueAt()));
        variables.put(QualityClock.SUPERVISE_GROUP, steps.getObject().supervisors(step));
        variables.put(QualityClock.COMMITMENT_TEXT, step.step().label());
        return system.call(() -> runtime.createMessageCorrelation(QualityClock.BEGUN)
                .processInstanceBusinessKey(item.itemNo())
                .setVariables(variables)
                .correlateStartMessage()
                .getId());
    }

    @Override
    public void stopClock(StepDeadline step) {
        if (step.clockId() != null) {
            system.run(() -> runtime.createMessageCorrelation(QualityClock.DONE)
                    .processInstanceId(step.clockId())
                    .correlate());
        }
    }

    private String projectName(QualityItem item) {
        return projects.find(item.projectCode()).orElseThrow().name();
    }
}

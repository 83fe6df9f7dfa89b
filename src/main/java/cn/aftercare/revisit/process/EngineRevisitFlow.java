package cn.aftercare.revisit.process;

import cn.aftercare.platform.engine.SystemAccess;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.RevisitFlow;
import cn.aftercare.revisit.app.Visits;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reaches the instances of plans and visits by their numbers. */
@Component
class EngineRevisitFlow implements RevisitFlow {

    private final RuntimeService runtime;
    private final SystemAccess system;
    private final ObjectProvider<RevisitVariables> variables;
    private final ObjectProvider<Visits> visits;

    /** The variables are asked for when something starts: the services they come from use this flow. */
    EngineRevisitFlow(
            RuntimeService runtime,
            SystemAccess system,
            ObjectProvider<RevisitVariables> variables,
            ObjectProvider<Visits> visits) {
        this.runtime = runtime;
        this.system = system;
        this.variables = variables;
        this.visits = visits;
    }

    @Override
    public void startPlan(RevisitPlan plan) {
        system.run(() -> runtime.createMessageCorrelation(RevisitPlanProcess.DUE)
                .processInstanceBusinessKey(plan.planNo())
                .setVariables(variables.getObject().of(plan))
                .correlateStartMessage());
    }

    @Override
    public void startVisit(Visit visit) {
        String instance = system.call(() -> runtime.createMessageCorrelation(RevisitProcess.PLANNED)
                .processInstanceBusinessKey(visit.visitNo())
                .setVariables(variables.getObject().of(visit))
                .correlateStartMessage()
                .getId());
        visits.getObject().started(visit.visitNo(), instance);
    }

    @Override
    public void repairsClosed(String visitNo) {
        system.run(() -> runtime.createMessageCorrelation(RevisitProcess.REPAIRS_CLOSED)
                .processInstanceBusinessKey(visitNo)
                .correlate());
    }

    @Override
    public void surveySettled(String visitNo) {
        system.run(() -> runtime.createMessageCorrelation(RevisitProcess.SURVEY_SETTLED)
                .processInstanceBusinessKey(visitNo)
                .correlateAll());
    }

    @Override
    public void cancel(String visitNo, String reason) {
        system.run(() -> runtime.createProcessInstanceQuery()
                .processDefinitionKey(RevisitProcess.KEY)
                .processInstanceBusinessKey(visitNo)
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), reason)));
    }
}

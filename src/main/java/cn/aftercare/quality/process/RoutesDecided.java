package cn.aftercare.quality.process;

import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.app.QualityWork;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The item takes over whom {@code feedback-routing} has named: a new round begins. */
@Component
class RoutesDecided implements ExecutionListener {

    private final QualityWork work;

    RoutesDecided(QualityWork work) {
        this.work = work;
    }

    @Override
    public void notify(DelegateExecution execution) {
        DmnDecisionResult result = (DmnDecisionResult) execution.getVariable("decisionResult");
        List<QualityRoute> routes = result.<String>collectEntries("route").stream()
                .map(QualityRoute::valueOf)
                .distinct()
                .toList();
        if (routes.isEmpty()) {
            throw new IllegalStateException("decision feedback-routing names nobody");
        }
        work.routed(execution.getProcessBusinessKey(), routes);
        execution.setVariable(QualityFeedback.ROUTE_COUNT, routes.size());
        execution.setVariable(QualityFeedback.HAS_MEASURES, false);
    }
}

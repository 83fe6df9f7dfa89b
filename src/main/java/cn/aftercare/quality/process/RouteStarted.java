package cn.aftercare.quality.process;

import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.app.QualityItems;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Each of the branches side by side goes to one of the departments of the round. */
@Component
class RouteStarted implements ExecutionListener {

    private final QualityItems items;

    RouteStarted(QualityItems items) {
        this.items = items;
    }

    @Override
    public void notify(DelegateExecution execution) {
        // The body of the loop starts too, and has no counter yet.
        if (execution.getVariable("loopCounter") instanceof Integer counter) {
            String itemNo = execution.getProcessBusinessKey();
            int round = items.of(itemNo).roundNo();
            List<QualityAnswer> asked = items.answers(itemNo).stream()
                    .filter(a -> a.roundNo() == round)
                    .toList();
            execution.setVariableLocal(
                    QualityFeedback.ROUTE, asked.get(counter).route().name());
        }
    }
}

package cn.aftercare.quality.process;

import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityRoute;
import cn.aftercare.quality.QualityStep;
import cn.aftercare.quality.StepDeadline;
import cn.aftercare.quality.app.QualityItems;
import cn.aftercare.quality.app.QualitySteps;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A task of an item begins: it gets its deadline, and a clock that watches over it. */
@Component
class StepStarted implements ExecutionListener {

    private final QualitySteps steps;
    private final QualityItems items;

    StepStarted(QualitySteps steps, QualityItems items) {
        this.steps = steps;
        this.items = items;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String itemNo = execution.getProcessBusinessKey();
        QualityStep step = stepOf(execution.getCurrentActivityId());
        Measure measure = null;
        if (step == QualityStep.MEASURE) {
            // The body of the loop starts too, and has no counter yet.
            if (!(execution.getVariable("loopCounter") instanceof Integer counter)) {
                return;
            }
            measure = items.measuresOfRound(itemNo).get(counter);
        }
        QualityRoute route = step == QualityStep.ANSWER
                ? QualityRoute.valueOf((String) execution.getVariable(QualityFeedback.ROUTE))
                : null;
        StepDeadline begun = steps.begin(itemNo, step, route, measure);
        execution.setVariableLocal(QualityFeedback.STEP_ID, begun.id());
        execution.setVariableLocal(QualityFeedback.STEP_NO, subject(begun));
        execution.setVariableLocal(QualityFeedback.STEP_DUE_AT, Date.from(begun.dueAt()));
        execution.setVariableLocal(QualityFeedback.STEP_GROUP, begun.group());
        execution.setVariableLocal(QualityFeedback.STEP_PERSON, begun.person());
    }

    private static QualityStep stepOf(String task) {
        return switch (task) {
            case "Task_Classify" -> QualityStep.CLASSIFY;
            case "Task_Assess" -> QualityStep.ASSESS;
            case "Task_CarryOut" -> QualityStep.MEASURE;
            case "Task_Verify" -> QualityStep.VERIFY;
            case "Task_TellOwner" -> QualityStep.TELL;
            default -> QualityStep.ANSWER;
        };
    }

    /** How forms name the step. */
    static String subject(StepDeadline step) {
        return step.itemNo() + "." + step.id();
    }

    static long idOf(DelegateExecution execution) {
        return (Long) execution.getVariable(QualityFeedback.STEP_ID);
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.revisit.app.Planning;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts a plan for every unit with something due and unplanned. */
@Component
class StartPlansDelegate implements JavaDelegate {

    private final Planning planning;

    StartPlansDelegate(Planning planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        planning.startDuePlans();
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.SpotDraws;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Makes the random draw. */
@Component
class DrawProjectsDelegate implements JavaDelegate {

    private final SpotDraws spotDraws;

    DrawProjectsDelegate(SpotDraws spotDraws) {
        this.spotDraws = spotDraws;
    }

    @Override
    public void execute(DelegateExecution execution) {
        spotDraws.draw(execution.getProcessBusinessKey());
    }
}

package cn.aftercare.repair.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The case comes back from a danger into the ordinary flow, which it entered before or jumped over. */
@Component
class CaseResumed implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        execution.setVariable(RepairProcess.RESUMED, true);
    }
}

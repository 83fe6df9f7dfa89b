package cn.aftercare.consultation.process;

import cn.aftercare.consultation.app.ConsultationWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands what the question turned out to be over to the repair flow. */
@Component
class OpenConsultedRepairDelegate implements JavaDelegate {

    private final ConsultationWork work;

    OpenConsultedRepairDelegate(ConsultationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.openRepair(execution.getProcessBusinessKey());
    }
}

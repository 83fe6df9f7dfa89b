package cn.aftercare.consultation.process;

import cn.aftercare.consultation.app.ConsultationWork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the engineer of a question that should be answered soon. */
@Component
class RemindAnswerDelegate implements JavaDelegate {

    private final ConsultationWork work;

    RemindAnswerDelegate(ConsultationWork work) {
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        work.remind(execution.getProcessBusinessKey());
    }
}

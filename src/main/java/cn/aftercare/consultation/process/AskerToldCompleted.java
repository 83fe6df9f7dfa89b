package cn.aftercare.consultation.process;

import cn.aftercare.consultation.app.ConsultationWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.Channel;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The after-sales specialist told the asker the answer. */
@Component
class AskerToldCompleted extends FormCompletion {

    private final ConsultationWork work;

    AskerToldCompleted(FormSubmissions submissions, ConsultationWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "technical-consultation-tell";
    }

    @Override
    public Set<String> fields() {
        return Set.of("toldAt", "toldBy", "toldNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.told(
                execution.getProcessBusinessKey(),
                form.requiredInstant("toldAt"),
                form.requiredCode("toldBy", Channel.class),
                form.text("toldNote").orElse(null));
    }
}

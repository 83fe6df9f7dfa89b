package cn.aftercare.emergency.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.Preparations;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner was answered. */
@Component
class EmergencyAnsweredCompleted extends FormCompletion {

    private final Preparations preparations;

    EmergencyAnsweredCompleted(FormSubmissions submissions, Preparations preparations) {
        super(submissions);
        this.preparations = preparations;
    }

    @Override
    public String formId() {
        return "emergency-repair-contact";
    }

    @Override
    public Set<String> fields() {
        return Set.of("respondedAt", "contactNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                preparations.answerOwner(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("respondedAt"),
                        form.requiredText("contactNote")));
    }
}

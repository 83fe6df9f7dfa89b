package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The site technician agreed the first visit with the owner. */
@Component
class AppointmentAgreedCompleted extends FormCompletion {

    private final SiteWork work;

    AppointmentAgreedCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-appointment";
    }

    @Override
    public Set<String> fields() {
        return Set.of("agreedAt", "appointmentAt");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.appointmentAgreed(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("agreedAt"),
                        form.requiredInstant("appointmentAt")));
    }
}

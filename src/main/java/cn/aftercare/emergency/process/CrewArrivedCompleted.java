package cn.aftercare.emergency.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.emergency.app.EmergencyWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The crew is on the spot. */
@Component
class CrewArrivedCompleted extends FormCompletion {

    private final EmergencyWork work;

    CrewArrivedCompleted(FormSubmissions submissions, EmergencyWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "emergency-repair-arrival";
    }

    @Override
    public Set<String> fields() {
        return Set.of("arrivedAt", "arrivedCrew", "whereabouts");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.arrived(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("arrivedAt"),
                        form.requiredText("arrivedCrew"),
                        form.requiredText("whereabouts")));
    }
}

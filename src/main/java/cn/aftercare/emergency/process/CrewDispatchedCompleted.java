package cn.aftercare.emergency.process;

import cn.aftercare.emergency.app.EmergencyWork;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The resident crew is on its way, reinforced by the company where too few are free (R-05, R-25..R-27). */
@Component
class CrewDispatchedCompleted extends FormCompletion {

    private final EmergencyWork work;

    CrewDispatchedCompleted(FormSubmissions submissions, EmergencyWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "emergency-repair-dispatch";
    }

    @Override
    public Set<String> fields() {
        return Set.of("dutyPerson", "neededCrew", "siteTechnician", "crew", "borrowedCrew", "dispatchedAt");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String lead = form.requiredText("siteTechnician");
        work.dispatch(
                execution.getProcessBusinessKey(),
                form.requiredInstant("dispatchedAt"),
                form.requiredText("dutyPerson"),
                Integer.parseInt(form.requiredText("neededCrew")),
                lead,
                form.texts("crew"),
                form.text("borrowedCrew").orElse(null));
        execution.setVariable(EmergencyRepair.SITE_TECHNICIAN_ID, lead);
    }
}

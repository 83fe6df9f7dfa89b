package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.Preparations;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The project management department has named the crew. */
@Component
class CrewAllottedCompleted extends FormCompletion {

    private final Preparations preparations;

    CrewAllottedCompleted(FormSubmissions submissions, Preparations preparations) {
        super(submissions);
        this.preparations = preparations;
    }

    @Override
    public String formId() {
        return "repair-crew";
    }

    @Override
    public Set<String> fields() {
        return Set.of("siteTechnician", "crew", "borrowedCrew");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String technician = form.requiredText("siteTechnician");
        preparations.allotCrew(
                execution.getProcessBusinessKey(),
                technician,
                form.texts("crew"),
                form.text("borrowedCrew").orElse(null));
        execution.setVariable(RepairProcess.SITE_TECHNICIAN_ID, technician);
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.Preparations;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The materials department has allotted what the job needs. */
@Component
class MaterialsAllottedCompleted extends FormCompletion {

    private final Preparations preparations;

    MaterialsAllottedCompleted(FormSubmissions submissions, Preparations preparations) {
        super(submissions);
        this.preparations = preparations;
    }

    @Override
    public String formId() {
        return "repair-materials";
    }

    @Override
    public Set<String> fields() {
        return Set.of("materialsPlan");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        preparations.allotMaterials(execution.getProcessBusinessKey(), form.requiredText("materialsPlan"));
    }
}

package cn.aftercare.structural.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner was told of the owner's own duty to report. */
@Component
class OwnerToldCompleted extends FormCompletion {

    private final StructuralWork work;

    OwnerToldCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-owner";
    }

    @Override
    public Set<String> fields() {
        return Set.of("toldAt", "toldWhom", "toldHow", "toldNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.ownerTold(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("toldAt"),
                        form.requiredText("toldWhom"),
                        form.requiredText("toldHow"),
                        form.requiredText("toldNote")));
    }
}

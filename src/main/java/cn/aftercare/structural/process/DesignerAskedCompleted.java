package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.structural.StructuralCase.DesignerAnswer;
import cn.aftercare.structural.app.StructuralWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The original design unit was asked for a scheme, and its answer recorded. */
@Component
class DesignerAskedCompleted extends FormCompletion {

    private final StructuralWork work;

    DesignerAskedCompleted(FormSubmissions submissions, StructuralWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "structural-safety-designer";
    }

    @Override
    public Set<String> fields() {
        return Set.of("designer", "askedAt", "designerAnswer", "designerEvidence");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean accepts = work.designerAsked(
                execution.getProcessBusinessKey(),
                form.requiredInstant("askedAt"),
                form.requiredText("designer"),
                form.requiredCode("designerAnswer", DesignerAnswer.class),
                form.requiredText("designerEvidence"));
        execution.setVariable(StructuralSafety.ORIGINAL_DESIGNER, accepts);
    }
}

package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.revisit.VisitDefect;
import cn.aftercare.revisit.app.VisitWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The project management department verifies what became of the findings. */
@Component
class ResultVerifiedCompleted extends FormCompletion {

    private final VisitWork work;

    ResultVerifiedCompleted(FormSubmissions submissions, VisitWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "revisit-verify";
    }

    @Override
    public Set<String> fields() {
        return Set.of("verdict", "result", "category", "location", "description");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean good = form.requiredText("verdict").equals("GOOD");
        work.verified(execution.getProcessBusinessKey(), form.requiredText("result"), good ? null : left(form));
        execution.setVariable(RevisitProcess.VERIFIED, good);
    }

    private static VisitDefect left(Submission form) {
        return new VisitDefect(
                0,
                form.code("category", DefectCategory.class).orElseThrow(() -> missing("category", "类别")),
                form.text("location").orElseThrow(() -> missing("location", "部位")),
                form.text("description").orElseThrow(() -> missing("description", "遗留问题")),
                null,
                false,
                false,
                null);
    }

    private static InvalidInputException missing(String field, String label) {
        return new InvalidInputException(field, label + ":未处理到位时必填");
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.Outcome;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** After the warranty: the material quote and the owner's answer. */
@Component
class MaterialQuotedCompleted extends FormCompletion {

    private final Quotes quotes;

    MaterialQuotedCompleted(FormSubmissions submissions, Quotes quotes) {
        super(submissions);
        this.quotes = quotes;
    }

    @Override
    public String formId() {
        return "repair-material-quote";
    }

    @Override
    public Set<String> fields() {
        return Set.of("material", "details", "answer", "answeredAt", "answeredBy");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean accepted = form.requiredText("answer").equals("YES");
        quotes.material(
                execution.getProcessBusinessKey(),
                form.requiredMoney("material"),
                form.requiredText("details"),
                accepted,
                form.requiredInstant("answeredAt"),
                form.requiredText("answeredBy"));
        execution.setVariable(
                RepairProcess.OUTCOME, (accepted ? Outcome.QUOTE_ACCEPTED : Outcome.QUOTE_REFUSED).name());
    }
}

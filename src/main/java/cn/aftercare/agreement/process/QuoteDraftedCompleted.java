package cn.aftercare.agreement.process;

import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.OwnerPays;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The commercial officer has drawn up a quote. */
@Component
class QuoteDraftedCompleted extends FormCompletion {

    private final Quotes quotes;

    QuoteDraftedCompleted(FormSubmissions submissions, Quotes quotes) {
        super(submissions);
        this.quotes = quotes;
    }

    @Override
    public String formId() {
        return "paid-repair-agreement-quote";
    }

    @Override
    public Set<String> fields() {
        return Set.of("material", "labour", "management", "details");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        quotes.draft(
                execution.getProcessBusinessKey(),
                new OwnerPays(
                        form.requiredMoney("material"), form.requiredMoney("labour"), form.requiredMoney("management")),
                form.requiredText("details"));
    }
}

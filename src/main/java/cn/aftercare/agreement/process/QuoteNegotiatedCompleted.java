package cn.aftercare.agreement.process;

import cn.aftercare.agreement.Quote;
import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The owner has signed, refused, or wants another quote; the signature anchors START. */
@Component
class QuoteNegotiatedCompleted extends FormCompletion {

    private final Quotes quotes;

    QuoteNegotiatedCompleted(FormSubmissions submissions, Quotes quotes) {
        super(submissions);
        this.quotes = quotes;
    }

    @Override
    public String formId() {
        return "paid-repair-agreement-negotiate";
    }

    @Override
    public Set<String> fields() {
        return Set.of("result", "answeredAt", "answeredBy");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Quote.Outcome outcome = form.requiredCode("result", Quote.Outcome.class);
        ClockVariables.occurred(
                execution,
                quotes.answer(
                        execution.getProcessBusinessKey(),
                        outcome,
                        form.requiredInstant("answeredAt"),
                        form.requiredText("answeredBy")));
        execution.setVariable(PaidRepairAgreement.OUTCOME, outcome.name());
    }
}

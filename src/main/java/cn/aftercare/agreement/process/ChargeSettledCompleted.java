package cn.aftercare.agreement.process;

import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.OwnerPays;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the owner pays after a danger is settled; never what made it safe at our fault. */
@Component
class ChargeSettledCompleted extends FormCompletion {

    private final Quotes quotes;

    ChargeSettledCompleted(FormSubmissions submissions, Quotes quotes) {
        super(submissions);
        this.quotes = quotes;
    }

    @Override
    public String formId() {
        return "charge-settlement-settle";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "material",
                "labour",
                "management",
                "makeSafeIncluded",
                "details",
                "answer",
                "answeredAt",
                "answeredBy");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        quotes.settle(
                execution.getProcessBusinessKey(),
                new OwnerPays(
                        form.requiredMoney("material"), form.requiredMoney("labour"), form.requiredMoney("management")),
                form.requiredMoney("makeSafeIncluded"),
                form.requiredText("details"),
                form.requiredText("answer").equals("YES"),
                form.requiredInstant("answeredAt"),
                form.requiredText("answeredBy"));
    }
}

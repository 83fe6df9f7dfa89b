package cn.aftercare.handover.process;

import cn.aftercare.handover.HandoverList;
import cn.aftercare.handover.app.Handovers;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The site is cleared, the closing crew stays. */
@Component
class SiteClearedCompleted extends FormCompletion {

    private final Handovers handovers;

    SiteClearedCompleted(FormSubmissions submissions, Handovers handovers) {
        super(submissions);
        this.handovers = handovers;
    }

    @Override
    public String formId() {
        return "project-handover-site";
    }

    @Override
    public Set<String> fields() {
        return Set.of("items", "doneOn", "responsible", "note");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        handovers.signOff(
                execution.getProcessBusinessKey(),
                HandoverList.SITE,
                new Handovers.SignOff(
                        form.texts("items"),
                        form.date("doneOn").orElseThrow(),
                        form.requiredText("responsible"),
                        null,
                        form.text("note").orElse(null)));
    }
}

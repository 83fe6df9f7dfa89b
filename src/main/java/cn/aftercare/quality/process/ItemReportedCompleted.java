package cn.aftercare.quality.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.quality.ContactChannel;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.app.QualityItems;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Somebody takes down quality information (R-74..R-76). */
@Component
class ItemReportedCompleted extends FormCompletion {

    private final QualityItems items;
    private final EngineQualityFlow flow;

    ItemReportedCompleted(FormSubmissions submissions, QualityItems items, EngineQualityFlow flow) {
        super(submissions);
        this.items = items;
        this.flow = flow;
    }

    @Override
    public String formId() {
        return "quality-feedback-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "projectCode",
                "source",
                "channel",
                "content",
                "reportedByOwner",
                "ownerName",
                "ownerPhone",
                "references");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        QualityItem item = items.byHand(new QualityItems.Report(
                form.requiredText("projectCode"),
                form.requiredCode("source", QualitySource.class),
                form.code("channel", ContactChannel.class).orElse(null),
                form.requiredText("content"),
                form.flag("reportedByOwner"),
                form.text("ownerName").orElse(null),
                form.text("ownerPhone").orElse(null),
                references(form)));
        execution.setProcessBusinessKey(item.itemNo());
        execution.setVariables(flow.variables(item));
        items.started(item.itemNo(), execution.getProcessInstanceId());
    }

    private static List<String> references(Submission form) {
        return form.text("references").stream()
                .flatMap(text -> Arrays.stream(text.split("[,,;;、\\s]+")))
                .filter(number -> !number.isEmpty())
                .toList();
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.app.ReportIntake;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The after-sales specialist typed a report in; the instance becomes the flow of the new case. */
@Component
class ReportReceivedCompleted extends FormCompletion {

    private final ReportIntake intake;
    private final RepairStart start;

    ReportReceivedCompleted(FormSubmissions submissions, ReportIntake intake, RepairStart start) {
        super(submissions);
        this.intake = intake;
        this.start = start;
    }

    @Override
    public String formId() {
        return "repair-receive";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "projectCode",
                "receivedAt",
                "channel",
                "reporterName",
                "reporterPhone",
                "category",
                "location",
                "description",
                "emergency",
                "structural",
                "publicArea",
                "requestedAt",
                "lateEntryReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String caseNo = intake.record(new ReportDraft(
                form.text("projectCode").orElse(null),
                form.instant("receivedAt").orElse(null),
                form.code("channel", Channel.class).orElse(null),
                form.text("reporterName").orElse(null),
                form.text("reporterPhone").orElse(null),
                form.code("category", DefectCategory.class).orElse(null),
                form.text("location").orElse(null),
                form.text("description").orElse(null),
                form.flag("emergency"),
                form.flag("structural"),
                form.flag("publicArea"),
                form.instant("requestedAt").orElse(null),
                form.text("lateEntryReason").orElse(null)));
        execution.setProcessBusinessKey(caseNo);
        execution.setVariables(start.variables(caseNo));
        start.started(caseNo, execution.getProcessInstanceId());
    }
}

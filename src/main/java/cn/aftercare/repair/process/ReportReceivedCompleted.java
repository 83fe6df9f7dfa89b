package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
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
        String caseNo = intake.record(ReportForm.draft(form, form.flag("emergency"), form.flag("structural")));
        execution.setProcessBusinessKey(caseNo);
        execution.setVariables(start.variables(caseNo));
        start.started(caseNo, execution.getProcessInstanceId());
    }
}

package cn.aftercare.structural.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.process.DirectReports;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A danger to the structure is reported by hand; called by the repair flow, the case is there already. */
@Component
class StructuralReportedCompleted extends FormCompletion {

    private final DirectReports reports;

    StructuralReportedCompleted(FormSubmissions submissions, DirectReports reports) {
        super(submissions);
        this.reports = reports;
    }

    @Override
    public String formId() {
        return "structural-safety-receive";
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
                "publicArea",
                "lateEntryReason");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        execution.setVariable(StructuralSafety.NEW_REPORT, true);
        reports.report(form, false, true, execution);
    }

    @Override
    protected boolean submitted(DelegateExecution execution) {
        boolean called = execution.getSuperExecution() != null;
        if (called) {
            execution.setVariable(StructuralSafety.NEW_REPORT, false);
        }
        return !called;
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A month's report is started by hand. */
@Component
class MonthlyReportStartedCompleted extends FormCompletion {

    private final MonthlyReports reports;
    private final InspectionVariables variables;

    MonthlyReportStartedCompleted(FormSubmissions submissions, MonthlyReports reports, InspectionVariables variables) {
        super(submissions);
        this.reports = reports;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "rectification-report-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("unit", "month");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        RectificationReport report = reports.startedByHand(form.requiredText("unit"), form.requiredText("month"));
        execution.setProcessBusinessKey(report.reportNo());
        execution.setVariables(variables.of(report));
    }
}

package cn.aftercare.inspection.process;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.app.ReportReview;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** HQ's performance officer receives the report or sends it back. */
@Component
class MonthlyReportReviewedCompleted extends FormCompletion {

    private final ReportReview review;
    private final InspectionVariables variables;

    MonthlyReportReviewedCompleted(FormSubmissions submissions, ReportReview review, InspectionVariables variables) {
        super(submissions);
        this.review = review;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "rectification-report-receive";
    }

    @Override
    public Set<String> fields() {
        return Set.of("verdict", "reviewRemarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean received = form.requiredText("verdict").equals("RECEIVED");
        RectificationReport report = review.review(
                execution.getProcessBusinessKey(),
                received,
                form.text("reviewRemarks").orElse(null));
        execution.setVariable(RectificationReportProcess.REPORT_RECEIVED, received);
        execution.setVariables(variables.term(report));
    }
}

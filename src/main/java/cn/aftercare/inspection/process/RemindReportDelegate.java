package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.ReportReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the branch of the report. */
@Component
class RemindReportDelegate implements JavaDelegate {

    private final ReportReview reportReview;

    RemindReportDelegate(ReportReview reportReview) {
        this.reportReview = reportReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportReview.remind(execution.getProcessBusinessKey());
    }
}

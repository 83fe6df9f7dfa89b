package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.ReportReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the report with its workbook. */
@Component
class ArchiveReportDelegate implements JavaDelegate {

    private final ReportReview reportReview;

    ArchiveReportDelegate(ReportReview reportReview) {
        this.reportReview = reportReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportReview.archive(execution.getProcessBusinessKey());
    }
}

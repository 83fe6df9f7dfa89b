package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.ReportReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the branch's manager and HQ that the report is late. */
@Component
class TellReportLateDelegate implements JavaDelegate {

    private final ReportReview reportReview;

    TellReportLateDelegate(ReportReview reportReview) {
        this.reportReview = reportReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportReview.late(execution.getProcessBusinessKey());
    }
}

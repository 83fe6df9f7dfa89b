package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.ReportReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells that nobody at headquarters has received a report in time. */
@Component
class TellReceiptLateDelegate implements JavaDelegate {

    private final ReportReview reportReview;

    TellReceiptLateDelegate(ReportReview reportReview) {
        this.reportReview = reportReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportReview.receiptLate(execution.getProcessBusinessKey());
    }
}

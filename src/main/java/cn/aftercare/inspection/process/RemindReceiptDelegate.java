package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.ReportReview;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds headquarters of a report it has not received yet. */
@Component
class RemindReceiptDelegate implements JavaDelegate {

    private final ReportReview reportReview;

    RemindReceiptDelegate(ReportReview reportReview) {
        this.reportReview = reportReview;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reportReview.remindReceipt(execution.getProcessBusinessKey());
    }
}

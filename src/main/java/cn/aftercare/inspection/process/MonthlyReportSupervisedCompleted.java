package cn.aftercare.inspection.process;

import cn.aftercare.inspection.app.ReportReview;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A manager sees to a report that is late: the branch's to its sending, headquarters' to its receipt. */
@Component
class MonthlyReportSupervisedCompleted extends FormCompletion {

    private final ReportReview review;

    MonthlyReportSupervisedCompleted(FormSubmissions submissions, ReportReview review) {
        super(submissions);
        this.review = review;
    }

    @Override
    public String formId() {
        return "rectification-report-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("supervision");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        boolean receipt = execution.getCurrentActivityId().equals("Task_SuperviseReceipt");
        review.supervised(execution.getProcessBusinessKey(), receipt, form.requiredText("supervision"));
    }
}

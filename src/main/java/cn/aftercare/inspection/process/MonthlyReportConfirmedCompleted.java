package cn.aftercare.inspection.process;

import cn.aftercare.inspection.Term;
import cn.aftercare.inspection.app.ReportReview;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The branch's performance officer confirms the report. */
@Component
class MonthlyReportConfirmedCompleted extends FormCompletion {

    private final ReportReview review;

    MonthlyReportConfirmedCompleted(FormSubmissions submissions, ReportReview review) {
        super(submissions);
        this.review = review;
    }

    @Override
    public String formId() {
        return "rectification-report-confirm";
    }

    @Override
    public Set<String> fields() {
        return Set.of("remarks");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        review.confirm(execution.getProcessBusinessKey(), form.text("remarks").orElse(null));
        Term receiving = review.receiving();
        execution.setVariable(RectificationReportProcess.RECEIVE_DUE_AT, Date.from(receiving.dueAt()));
        execution.setVariable(RectificationReportProcess.RECEIVE_REMIND_AT, Date.from(receiving.remindAt()));
    }
}

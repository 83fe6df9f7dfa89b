package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.VisitWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A department answers what the owner raised. */
@Component
class IssueAnsweredCompleted extends FormCompletion {

    private final VisitWork work;

    IssueAnsweredCompleted(FormSubmissions submissions, VisitWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "revisit-answer";
    }

    @Override
    public Set<String> fields() {
        return Set.of("answer");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String issueNo = (String) execution.getVariable(RevisitProcess.ISSUE_NO);
        int seq = Integer.parseInt(issueNo.substring(issueNo.lastIndexOf('.') + 1));
        work.answer(execution.getProcessBusinessKey(), seq, form.requiredText("answer"));
    }
}

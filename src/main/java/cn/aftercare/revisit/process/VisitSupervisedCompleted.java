package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.app.VisitWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The manager sees to a visit that is late. */
@Component
class VisitSupervisedCompleted extends FormCompletion {

    private final VisitWork work;

    VisitSupervisedCompleted(FormSubmissions submissions, VisitWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "revisit-supervise";
    }

    @Override
    public Set<String> fields() {
        return Set.of("measures");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.supervised(execution.getProcessBusinessKey(), form.requiredText("measures"));
    }
}

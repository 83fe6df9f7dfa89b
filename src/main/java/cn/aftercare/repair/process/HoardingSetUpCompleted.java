package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Hoarding and guidance stand around the public area. */
@Component
class HoardingSetUpCompleted extends FormCompletion {

    private final SiteWork work;

    HoardingSetUpCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-hoarding";
    }

    @Override
    public Set<String> fields() {
        return Set.of("hoardingDone", "guidanceDone", "hoardingNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        work.hoardingSetUp(execution.getProcessBusinessKey(), form.requiredText("hoardingNote"));
    }
}

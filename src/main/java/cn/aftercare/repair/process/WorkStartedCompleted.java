package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.Blocker;
import cn.aftercare.repair.app.SiteWork;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** The work has started, with or without something that keeps it from being solved today. */
@Component
class WorkStartedCompleted extends FormCompletion {

    private final SiteWork work;

    WorkStartedCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("startedAt", "blocker", "blockerNote");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        ClockVariables.occurred(
                execution,
                work.started(
                        execution.getProcessBusinessKey(),
                        form.requiredInstant("startedAt"),
                        form.text("blocker")
                                .filter(b -> !b.equals("NONE"))
                                .map(Blocker::valueOf)
                                .orElse(null),
                        form.text("blockerNote").orElse(null)));
    }
}

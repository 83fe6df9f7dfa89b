package cn.aftercare.revisit.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.app.Visits;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Somebody calls for a visit that no plan has. */
@Component
class VisitReportedCompleted extends FormCompletion {

    private final Visits visits;
    private final RevisitVariables variables;

    VisitReportedCompleted(FormSubmissions submissions, Visits visits, RevisitVariables variables) {
        super(submissions);
        this.visits = visits;
        this.variables = variables;
    }

    @Override
    public String formId() {
        return "revisit-start";
    }

    @Override
    public Set<String> fields() {
        return Set.of("projectCode", "plannedOn", "channel", "occasion", "focus");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        Visit visit = visits.byHand(
                form.requiredText("projectCode"),
                form.date("plannedOn").orElseThrow(),
                form.requiredCode("channel", VisitChannel.class),
                form.requiredText("occasion"),
                form.text("focus").orElse(null));
        execution.setProcessBusinessKey(visit.visitNo());
        execution.setVariables(variables.of(visit));
        visits.started(visit.visitNo(), execution.getProcessInstanceId());
    }
}

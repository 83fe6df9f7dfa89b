package cn.aftercare.repair.process;

import cn.aftercare.commitment.PauseReason;
import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.app.SiteWork;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** May the work start: material, owner, registration? If not, the clocks stand still. */
@Component
class ConditionsCheckedCompleted extends FormCompletion {

    /** All of them must be ticked before the work may start. */
    private static final List<String> CONDITIONS = List.of("MATERIAL", "OWNER", "REGISTERED");

    private final SiteWork work;

    ConditionsCheckedCompleted(FormSubmissions submissions, SiteWork work) {
        super(submissions);
        this.work = work;
    }

    @Override
    public String formId() {
        return "repair-execution-conditions";
    }

    @Override
    public Set<String> fields() {
        return Set.of("conditions", "pauseCause", "conditionsNote", "since");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        boolean ready = form.texts("conditions").containsAll(CONDITIONS);
        if (ready) {
            work.conditionsMet(caseNo, form.text("conditionsNote").orElse(null));
        } else {
            PauseReason reason = form.code("pauseCause", PauseReason.class)
                    .orElseThrow(() -> new InvalidInputException("pauseCause", "等待原因:条件不齐备时必填"));
            String note = form.text("conditionsNote")
                    .orElseThrow(() -> new InvalidInputException("conditionsNote", "说明:条件不齐备时必填"));
            Instant since =
                    form.instant("since").orElseThrow(() -> new InvalidInputException("since", "等待起始时间:条件不齐备时必填"));
            ClockVariables.occurred(execution, work.conditionsMissing(caseNo, reason, note, since));
            execution.setVariable(ClockVariables.PAUSE_REASON, reason.name());
            execution.setVariable(ClockVariables.PAUSE_NOTE, note);
        }
        execution.setVariable(RepairExecution.READY, ready);
    }
}

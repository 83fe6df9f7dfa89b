package cn.aftercare.repair.process;

import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.Outcome;
import cn.aftercare.repair.WorkFinding;
import cn.aftercare.repair.app.Findings;
import cn.aftercare.repair.app.SiteWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** A round of work is done, or something new came to light. */
@Component
class RepairCarriedOutCompleted extends FormCompletion {

    /** Supervision throughout, finished work protected, site cleaned: ticked on each job. */
    private static final List<String> CARE = List.of("SUPERVISED", "PROTECTED", "CLEANED");

    private final SiteWork work;
    private final Findings findings;

    RepairCarriedOutCompleted(FormSubmissions submissions, SiteWork work, Findings findings) {
        super(submissions);
        this.work = work;
        this.findings = findings;
    }

    @Override
    public String formId() {
        return "repair-execution-work";
    }

    @Override
    public Set<String> fields() {
        return Set.of("newFinding", "findingNote", "workDone", "responsible", "finishedAt", "care");
    }

    @Override
    protected void complete(Submission form, DelegateExecution execution) {
        String caseNo = execution.getProcessBusinessKey();
        WorkFinding finding = form.requiredCode("newFinding", WorkFinding.class);
        if (finding == WorkFinding.NONE) {
            if (!form.texts("care").containsAll(CARE)) {
                throw new InvalidInputException("care", "现场管理:旁站监督、成品保护、清理现场须全部落实");
            }
            work.workDone(
                    caseNo,
                    given(form.text("workDone"), "workDone", "完成工作"),
                    given(form.text("responsible"), "responsible", "负责人"),
                    given(form.instant("finishedAt"), "finishedAt", "完成时间"));
        } else {
            findings.foundAtWork(
                    caseNo,
                    finding == WorkFinding.EMERGENCY,
                    finding == WorkFinding.STRUCTURAL,
                    given(form.text("findingNote"), "findingNote", "发现说明"));
        }
        execution.setVariable(RepairExecution.FINDING, finding.name());
        execution.setVariable(RepairExecution.OUTCOME, Outcome.RECHECK.name());
    }

    private static <T> T given(Optional<T> value, String field, String label) {
        return value.orElseThrow(() -> new InvalidInputException(field, label + ":必填"));
    }
}

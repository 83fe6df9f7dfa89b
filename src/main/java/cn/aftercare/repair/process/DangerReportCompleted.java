package cn.aftercare.repair.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.platform.form.FormCompletion;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.RepairFlow;
import cn.aftercare.repair.app.ReportIntake;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A danger reported with the start form of its own flow becomes a case whose flow is the one of every report, so that it
 * has one story; the instance started by hand has then done its work. Called by that flow, the case is there already.
 */
public abstract class DangerReportCompleted extends FormCompletion {

    /** Whether the instance was started by hand; the gateway behind the start event asks. */
    public static final String NEW_REPORT = "newReport";

    private final ReportIntake intake;
    private final RepairFlow flow;
    private final CaseKind kind;

    protected DangerReportCompleted(FormSubmissions submissions, ReportIntake intake, RepairFlow flow, CaseKind kind) {
        super(submissions);
        this.intake = intake;
        this.flow = flow;
        this.kind = kind;
    }

    @Override
    protected final boolean submitted(DelegateExecution execution) {
        boolean byHand = execution.getSuperExecution() == null;
        execution.setVariable(NEW_REPORT, byHand);
        return byHand;
    }

    @Override
    protected final void complete(Submission form, DelegateExecution execution) {
        String caseNo = intake.record(ReportForm.draft(form, kind == CaseKind.EMERGENCY, kind == CaseKind.STRUCTURAL));
        execution.setProcessBusinessKey(caseNo);
        flow.start(caseNo);
    }
}

package cn.aftercare.repair.process;

import cn.aftercare.platform.form.Submission;
import cn.aftercare.repair.app.RepairFlow;
import cn.aftercare.repair.app.ReportIntake;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Turns a danger reported by its own start form into a case; its flow is the one of every report, so that it has one story. */
@Component
public class DirectReports {

    private final ReportIntake intake;
    private final RepairFlow flow;

    DirectReports(ReportIntake intake, RepairFlow flow) {
        this.intake = intake;
        this.flow = flow;
    }

    public void report(Submission form, boolean emergency, boolean structural, DelegateExecution execution) {
        String caseNo = intake.record(ReportForm.draft(form, emergency, structural));
        execution.setProcessBusinessKey(caseNo);
        flow.start(caseNo);
    }
}

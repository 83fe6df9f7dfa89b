package cn.aftercare.emergency.process;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.platform.form.FormSubmissions;
import cn.aftercare.repair.app.RepairFlow;
import cn.aftercare.repair.app.ReportIntake;
import cn.aftercare.repair.process.DangerReportCompleted;
import java.util.Set;
import org.springframework.stereotype.Component;

/** An emergency is reported by hand; called by the repair flow, the case is there already. */
@Component
class EmergencyReportedCompleted extends DangerReportCompleted {

    EmergencyReportedCompleted(FormSubmissions submissions, ReportIntake intake, RepairFlow flow) {
        super(submissions, intake, flow, CaseKind.EMERGENCY);
    }

    @Override
    public String formId() {
        return "emergency-repair-receive";
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "projectCode",
                "receivedAt",
                "channel",
                "reporterName",
                "reporterPhone",
                "category",
                "location",
                "description",
                "publicArea",
                "requestedAt",
                "lateEntryReason");
    }
}

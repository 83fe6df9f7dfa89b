package cn.aftercare.emergency.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.model.ProcessContract;
import cn.aftercare.repair.process.DangerReportCompleted;
import java.util.Set;

/** The contract of {@code emergency-repair}, called by {@code repair} or started by hand to report an emergency. */
class EmergencyRepair implements ProcessContract {

    static final String STRUCTURAL_SEEN = "structuralSeen";
    static final String SITE_TECHNICIAN_ID = "siteTechnicianId";

    @Override
    public String key() {
        return "emergency-repair";
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                "caseNo",
                "unit",
                "projectCode",
                "projectName",
                "managerId",
                "engineerId",
                SITE_TECHNICIAN_ID,
                "publicArea",
                "major",
                "insidePeriod",
                "outcome",
                DangerReportCompleted.NEW_REPORT,
                STRUCTURAL_SEEN,
                ClockVariables.OCCURRED_AT);
    }

    @Override
    public Set<String> errors() {
        return Set.of("EMERGENCY_FOUND", "STRUCTURAL_FOUND");
    }
}

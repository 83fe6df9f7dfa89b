package cn.aftercare.emergency.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code emergency-repair}, called by {@code repair} or started by hand to report an emergency. */
class EmergencyRepair implements ProcessContract {

    /** Started by hand: the report became a case of its own, and this instance has nothing left to do. */
    static final String NEW_REPORT = "newReport";

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
                NEW_REPORT,
                STRUCTURAL_SEEN,
                ClockVariables.OCCURRED_AT);
    }

    @Override
    public Set<String> errors() {
        return Set.of("EMERGENCY_FOUND", "STRUCTURAL_FOUND");
    }
}

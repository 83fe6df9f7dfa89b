package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code repair}: one instance per case, business key = case number. */
class RepairProcess implements ProcessContract {

    static final String KEY = "repair";
    static final String REPORTED = "RepairReported";
    static final String TO_EMERGENCY = "ReclassifiedEmergency";
    static final String TO_STRUCTURAL = "ReclassifiedStructural";
    static final String TO_ORDINARY = "ReclassifiedOrdinary";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_CODE = "projectCode";
    static final String PROJECT_NAME = "projectName";
    static final String EMERGENCY = "emergency";
    static final String STRUCTURAL = "structural";
    static final String PUBLIC_AREA = "publicArea";
    static final String CASE_KIND = "caseKind";
    static final String INSIDE_PERIOD = "insidePeriod";
    static final String OUR_SCOPE = "ourScope";
    static final String OUR_CAUSE = "ourCause";
    static final String CHARGE_BASIS = "chargeBasis";
    static final String MAJOR = "major";
    static final String OUTCOME = "outcome";
    /** The case comes back from a danger: it was taken long ago. */
    static final String RESUMED = "resumed";

    static final String MANAGER_ID = "managerId";
    static final String ENGINEER_ID = "engineerId";
    static final String SITE_TECHNICIAN_ID = "siteTechnicianId";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                CASE_NO,
                UNIT,
                PROJECT_CODE,
                PROJECT_NAME,
                EMERGENCY,
                STRUCTURAL,
                PUBLIC_AREA,
                CASE_KIND,
                INSIDE_PERIOD,
                OUR_SCOPE,
                OUR_CAUSE,
                CHARGE_BASIS,
                MAJOR,
                OUTCOME,
                RESUMED,
                MANAGER_ID,
                ENGINEER_ID,
                SITE_TECHNICIAN_ID,
                ClockVariables.OCCURRED_AT);
    }

    @Override
    public Set<String> messages() {
        return Set.of(REPORTED, TO_EMERGENCY, TO_STRUCTURAL, TO_ORDINARY);
    }

    @Override
    public Set<String> errors() {
        return Set.of("EMERGENCY_FOUND", "STRUCTURAL_FOUND", "UNREPAIRED");
    }
}

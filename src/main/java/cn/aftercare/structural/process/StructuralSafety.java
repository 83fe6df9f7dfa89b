package cn.aftercare.structural.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.model.ProcessContract;
import cn.aftercare.repair.process.DangerReportCompleted;
import java.util.Set;

/** The contract of {@code structural-safety}, called by {@code repair} or started by hand to report a danger. */
class StructuralSafety implements ProcessContract {

    static final String MORE_MEASURES = "moreMeasures";
    static final String ORIGINAL_DESIGNER = "originalDesigner";
    static final String SCHEME_ACCEPTED = "schemeAccepted";
    static final String AGREED = "agreed";
    static final String MAJOR = "major";
    static final String OUTCOME = "outcome";

    @Override
    public String key() {
        return "structural-safety";
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
                "siteTechnicianId",
                "publicArea",
                "insidePeriod",
                MAJOR,
                OUTCOME,
                DangerReportCompleted.NEW_REPORT,
                MORE_MEASURES,
                ORIGINAL_DESIGNER,
                SCHEME_ACCEPTED,
                AGREED,
                ClockVariables.OCCURRED_AT);
    }

    @Override
    public Set<String> messages() {
        return Set.of("WithdrawalProposed");
    }

    @Override
    public Set<String> errors() {
        return Set.of("EMERGENCY_FOUND", "STRUCTURAL_FOUND", "CLASSIFICATION_WITHDRAWN");
    }
}

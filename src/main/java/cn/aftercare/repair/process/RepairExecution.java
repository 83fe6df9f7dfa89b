package cn.aftercare.repair.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code repair-execution}, called by every flow that repairs something. */
class RepairExecution implements ProcessContract {

    static final String READY = "ready";
    static final String FINDING = "finding";
    static final String SELF_CHECK_PASSED = "selfCheckPassed";
    static final String ACCEPTED = "accepted";
    static final String OUTCOME = RepairProcess.OUTCOME;

    /** Dangers that leave whatever flow they are found in. */
    static final Set<String> DANGERS = Set.of("EMERGENCY_FOUND", "STRUCTURAL_FOUND");

    @Override
    public String key() {
        return "repair-execution";
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                RepairProcess.CASE_NO,
                RepairProcess.UNIT,
                RepairProcess.PROJECT_NAME,
                RepairProcess.MANAGER_ID,
                RepairProcess.SITE_TECHNICIAN_ID,
                RepairProcess.PUBLIC_AREA,
                RepairProcess.MAJOR,
                READY,
                FINDING,
                SELF_CHECK_PASSED,
                ACCEPTED,
                OUTCOME,
                ClockVariables.OCCURRED_AT,
                ClockVariables.PAUSE_REASON,
                ClockVariables.PAUSE_NOTE);
    }

    @Override
    public Set<String> errors() {
        return DANGERS;
    }
}

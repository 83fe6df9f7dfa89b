package cn.aftercare.agreement.process;

import cn.aftercare.commitment.process.ClockVariables;
import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code paid-repair-agreement}. */
class PaidRepairAgreement implements ProcessContract {

    static final String OUTCOME = "outcome";

    @Override
    public String key() {
        return "paid-repair-agreement";
    }

    @Override
    public Set<String> variables() {
        return Set.of("caseNo", "unit", "projectName", OUTCOME, ClockVariables.OCCURRED_AT);
    }
}

package cn.aftercare.agreement.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code charge-settlement}: who pays for a danger is settled once it is over. */
class ChargeSettlement implements ProcessContract {

    static final String INSIDE_PERIOD = "insidePeriod";
    static final String OUR_SCOPE = "ourScope";
    static final String OUR_CAUSE = "ourCause";

    @Override
    public String key() {
        return "charge-settlement";
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                "caseNo",
                "unit",
                "projectName",
                "managerId",
                "engineerId",
                INSIDE_PERIOD,
                OUR_SCOPE,
                OUR_CAUSE,
                "chargeBasis");
    }
}

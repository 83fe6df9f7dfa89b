package cn.aftercare.revisit.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code revisit-plan}. */
@Component
class RevisitPlanProcess implements ProcessContract {

    static final String KEY = "revisit-plan";
    static final String DUE = "RevisitPlanDue";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_NAME = "projectName";
    static final String PLAN_DUE_AT = "planDueAt";
    static final String ANYTHING_DUE = "anythingDue";
    static final String APPROVED = "planApproved";
    static final String ALL_RELEASED = "allReleased";
    static final String FILED_AT_HQ = "filedAtHq";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, UNIT, PROJECT_NAME, PLAN_DUE_AT, ANYTHING_DUE, APPROVED, ALL_RELEASED, FILED_AT_HQ);
    }

    @Override
    public Set<String> messages() {
        return Set.of(DUE);
    }
}

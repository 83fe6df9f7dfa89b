package cn.aftercare.inspection.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code spot-check}: the draw, and the check of one project. */
@Component
class SpotCheckProcess implements ProcessContract {

    static final String KEY = "spot-check";
    static final String ORDERED = "SpotCheckOrdered";
    static final String REPAIR_ENDED = "SpotRepairEnded";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_CODE = "projectCode";
    static final String PROJECT_NAME = "projectName";
    static final String RANDOM_DRAW = "randomDraw";
    static final String CHECKERS = "checkers";
    static final String CHECK_MANAGERS = "checkManagers";
    static final String MANAGER_ID = "managerId";
    static final String CHECK_DUE_AT = "checkDueAt";
    static final String CHECK_REMIND_AT = "checkRemindAt";
    static final String CHECK_RESULT = "checkResult";
    static final String FINDING_COUNT = "findingCount";
    static final String FINDING_NO = "findingNo";
    static final String AS_REPAIR = "asRepair";
    static final String REPAIR_OF = "repairOf";
    static final String RECTIFY_DUE_AT = "rectifyDueAt";
    static final String RECTIFY_REMIND_AT = "rectifyRemindAt";
    static final String VERIFY_DUE_AT = "verifyDueAt";
    static final String RECTIFY_ACCEPTED = "rectifyAccepted";

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
                RANDOM_DRAW,
                CHECKERS,
                CHECK_MANAGERS,
                MANAGER_ID,
                CHECK_DUE_AT,
                CHECK_REMIND_AT,
                CHECK_RESULT,
                FINDING_COUNT,
                FINDING_NO,
                AS_REPAIR,
                REPAIR_OF,
                RECTIFY_DUE_AT,
                RECTIFY_REMIND_AT,
                VERIFY_DUE_AT,
                RECTIFY_ACCEPTED);
    }

    @Override
    public Set<String> messages() {
        return Set.of(ORDERED, REPAIR_ENDED);
    }
}

package cn.aftercare.consultation.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code technical-consultation}. */
@Component
class TechnicalConsultationProcess implements ProcessContract {

    static final String KEY = "technical-consultation";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_CODE = "projectCode";
    static final String PROJECT_NAME = "projectName";
    static final String ENGINEER_ID = "engineerId";
    static final String ANSWER_DUE_AT = "answerDueAt";
    static final String ANSWER_REMIND_AT = "answerRemindAt";
    static final String AS_REPAIR = "asRepair";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                CASE_NO, UNIT, PROJECT_CODE, PROJECT_NAME, ENGINEER_ID, ANSWER_DUE_AT, ANSWER_REMIND_AT, AS_REPAIR);
    }
}

package cn.aftercare.training.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code owner-training}. */
@Component
class OwnerTrainingProcess implements ProcessContract {

    static final String KEY = "owner-training";
    static final String DUE = "OwnerTrainingDue";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_CODE = "projectCode";
    static final String PROJECT_NAME = "projectName";
    static final String TRAINING_DUE_AT = "trainingDueAt";
    static final String TRAINING_REMIND_AT = "trainingRemindAt";
    static final String TRAINER_ID = "trainerId";
    static final String COURSE_DUE_AT = "courseDueAt";
    static final String ALL_PASSED = "allPassed";

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
                TRAINING_DUE_AT,
                TRAINING_REMIND_AT,
                TRAINER_ID,
                COURSE_DUE_AT,
                ALL_PASSED);
    }

    @Override
    public Set<String> messages() {
        return Set.of(DUE);
    }
}

package cn.aftercare.quality.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code quality-clock}, one instance per step of an item. */
@Component
class QualityClock implements ProcessContract {

    static final String KEY = "quality-clock";
    static final String BEGUN = "QualityStepBegun";
    static final String DONE = "QualityStepDone";
    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_NAME = "projectName";
    static final String STEP_ID = "stepId";
    static final String STEP_NO = "stepNo";
    static final String STEP_DUE_AT = "stepDueAt";
    static final String REMIND_AT = "remindAt";
    static final String SUPERVISE_GROUP = "superviseGroup";
    static final String COMMITMENT_TEXT = "commitmentText";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                CASE_NO,
                UNIT,
                PROJECT_NAME,
                STEP_ID,
                STEP_NO,
                STEP_DUE_AT,
                REMIND_AT,
                SUPERVISE_GROUP,
                COMMITMENT_TEXT);
    }

    @Override
    public Set<String> messages() {
        return Set.of(BEGUN, DONE);
    }
}

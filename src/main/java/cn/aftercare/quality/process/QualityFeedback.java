package cn.aftercare.quality.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code quality-feedback}. */
@Component
class QualityFeedback implements ProcessContract {

    static final String KEY = "quality-feedback";
    static final String RAISED = "QualityItemRaised";
    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_NAME = "projectName";
    static final String BY_OWNER = "byOwner";
    static final String ACTION_NEEDED = "actionNeeded";
    static final String GRADE = "grade";
    static final String CONSTRUCTION = "construction";
    static final String DESIGN = "design";
    static final String QUALITY_SYSTEM = "qualitySystem";
    static final String SEVERAL = "several";
    static final String ROUTE_COUNT = "routeCount";
    static final String ROUTE = "route";
    static final String HAS_MEASURES = "hasMeasures";
    static final String MEASURE_COUNT = "measureCount";
    static final String EFFECT_AT = "effectAt";
    static final String EFFECTIVE = "effective";
    static final String STEP_ID = "stepId";
    static final String STEP_NO = "stepNo";
    static final String STEP_DUE_AT = "stepDueAt";
    static final String STEP_GROUP = "stepGroup";
    static final String STEP_PERSON = "stepPerson";

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
                BY_OWNER,
                ACTION_NEEDED,
                GRADE,
                CONSTRUCTION,
                DESIGN,
                QUALITY_SYSTEM,
                SEVERAL,
                ROUTE_COUNT,
                ROUTE,
                HAS_MEASURES,
                MEASURE_COUNT,
                EFFECT_AT,
                EFFECTIVE,
                STEP_ID,
                STEP_NO,
                STEP_DUE_AT,
                STEP_GROUP,
                STEP_PERSON);
    }

    @Override
    public Set<String> messages() {
        return Set.of(RAISED);
    }
}

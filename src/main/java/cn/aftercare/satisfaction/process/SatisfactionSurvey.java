package cn.aftercare.satisfaction.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code satisfaction-survey}. */
@Component
class SatisfactionSurvey implements ProcessContract {

    static final String KEY = "satisfaction-survey";
    static final String DUE = "SatisfactionSurveyDue";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_NAME = "projectName";
    static final String YEAR = "year";
    static final String ROUND = "round";
    static final String ALL_OPENED = "allOpened";
    static final String ALL_SENT = "allSent";
    static final String ALL_CLOSED = "allClosed";
    static final String CHASE_AT = "chaseAt";
    static final String CLOSE_AT = "closeAt";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, UNIT, PROJECT_NAME, YEAR, ROUND, ALL_OPENED, ALL_SENT, ALL_CLOSED, CHASE_AT, CLOSE_AT);
    }

    @Override
    public Set<String> messages() {
        return Set.of(DUE);
    }
}

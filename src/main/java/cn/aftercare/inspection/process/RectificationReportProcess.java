package cn.aftercare.inspection.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code rectification-report}. */
@Component
class RectificationReportProcess implements ProcessContract {

    static final String KEY = "rectification-report";
    static final String DUE = "RectificationReportDue";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_NAME = "projectName";
    static final String REPORT_DUE_AT = "reportDueAt";
    static final String REPORT_REMIND_AT = "reportRemindAt";
    static final String RECEIVE_DUE_AT = "receiveDueAt";
    static final String RECEIVE_REMIND_AT = "receiveRemindAt";
    static final String REPORT_RECEIVED = "reportReceived";

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
                REPORT_DUE_AT,
                REPORT_REMIND_AT,
                RECEIVE_DUE_AT,
                RECEIVE_REMIND_AT,
                REPORT_RECEIVED);
    }

    @Override
    public Set<String> messages() {
        return Set.of(DUE);
    }
}

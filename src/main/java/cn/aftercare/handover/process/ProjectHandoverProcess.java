package cn.aftercare.handover.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code project-handover}: one instance per project, business key = number of the handover. */
@Component
class ProjectHandoverProcess implements ProcessContract {

    static final String KEY = "project-handover";
    static final String MOVED = "HandoverWarrantyMoved";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_CODE = "projectCode";
    static final String PROJECT_NAME = "projectName";
    /** java.util.Date: 00:00 of the day the manager is asked. */
    static final String NAME_AT = "nameAt";
    /** java.util.Date: 24:00 of the last day in time. */
    static final String NAME_DUE_AT = "nameDueAt";

    static final String PROJECT_CLOSED = "projectClosed";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(CASE_NO, UNIT, PROJECT_CODE, PROJECT_NAME, NAME_AT, NAME_DUE_AT, PROJECT_CLOSED);
    }

    @Override
    public Set<String> messages() {
        return Set.of(MOVED);
    }
}

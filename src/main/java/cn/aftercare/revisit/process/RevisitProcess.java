package cn.aftercare.revisit.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code revisit}. */
@Component
class RevisitProcess implements ProcessContract {

    static final String KEY = "revisit";
    static final String PLANNED = "RevisitPlanned";
    static final String REPAIRS_CLOSED = "RevisitRepairsClosed";
    static final String SURVEY_SETTLED = "SurveySettled";

    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_CODE = "projectCode";
    static final String PROJECT_NAME = "projectName";
    static final String PREPARE_AT = "prepareAt";
    static final String DUE_AT = "dueAt";
    static final String IN_WARRANTY = "inWarranty";
    static final String FILED_AT_HQ = "filedAtHq";
    static final String OUTCOME = "outcome";
    static final String CANCEL_APPROVED = "cancelApproved";
    static final String REPAIRS_OPEN = "repairsOpen";
    static final String HAS_ISSUES = "hasIssues";
    static final String ISSUE_COUNT = "issueCount";
    static final String ISSUE_NO = "issueNo";
    static final String ISSUE_GROUP = "issueGroup";
    static final String VERIFIED = "verified";

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
                PREPARE_AT,
                DUE_AT,
                IN_WARRANTY,
                FILED_AT_HQ,
                OUTCOME,
                CANCEL_APPROVED,
                REPAIRS_OPEN,
                HAS_ISSUES,
                ISSUE_COUNT,
                ISSUE_NO,
                ISSUE_GROUP,
                VERIFIED);
    }

    @Override
    public Set<String> messages() {
        return Set.of(PLANNED, REPAIRS_CLOSED, SURVEY_SETTLED);
    }
}

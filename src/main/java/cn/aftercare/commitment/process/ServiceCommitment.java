package cn.aftercare.commitment.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;

/** The contract of {@code service-commitment}, one instance per promise of a case. */
class ServiceCommitment implements ProcessContract {

    static final String KEY = "service-commitment";

    static final String COMMITMENT_ID = "commitmentId";
    static final String CASE_NO = "caseNo";
    static final String UNIT = "unit";
    static final String PROJECT_NAME = "projectName";
    static final String COMMITMENT_TEXT = "commitmentText";
    /** Instant (java.util.Date) the chain's next timer fires. */
    static final String NEXT_AT = "nextAt";

    static final String CLOCK_STATE = "clockState";
    static final String HARD = "hard";
    static final String SUPERVISOR_ID = "supervisorId";
    static final String SUPERVISOR_GROUP = "supervisorGroup";

    static final String MET = "CommitmentMet";
    static final String CANCELLED = "CommitmentCancelled";
    static final String CHANGED = "CommitmentChanged";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(
                COMMITMENT_ID,
                CASE_NO,
                UNIT,
                PROJECT_NAME,
                COMMITMENT_TEXT,
                NEXT_AT,
                CLOCK_STATE,
                HARD,
                SUPERVISOR_ID,
                SUPERVISOR_GROUP);
    }

    @Override
    public Set<String> messages() {
        return Set.of(MET, CANCELLED, CHANGED);
    }
}

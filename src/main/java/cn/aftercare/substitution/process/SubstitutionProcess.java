package cn.aftercare.substitution.process;

import cn.aftercare.platform.model.ProcessContract;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The contract of {@code substitution}. */
@Component
class SubstitutionProcess implements ProcessContract {

    static final String KEY = "substitution";

    static final String RECORDED = "SubstitutionRecorded";
    static final String WITHDRAWN = "SubstitutionWithdrawn";
    static final String ENDED_EARLY = "SubstitutionEndedEarly";

    static final String UNIT = "unit";
    /** java.util.Date: 00:00 of the first day. */
    static final String STARTS_AT = "startsAt";
    /** java.util.Date: 24:00 of the last day. */
    static final String ENDS_AT = "endsAt";

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public Set<String> variables() {
        return Set.of(UNIT, STARTS_AT, ENDS_AT);
    }

    @Override
    public Set<String> messages() {
        return Set.of(RECORDED, WITHDRAWN, ENDED_EARLY);
    }
}

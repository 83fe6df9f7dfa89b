package cn.aftercare.commitment.app;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.ClockOverride;
import cn.aftercare.commitment.Severity;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the commitments need to know of a case; the repair room answers. */
public interface CommitmentCases {

    CommitmentCase ofCase(String caseNo);

    /** The cases of these projects with a promise whose time is counted. */
    List<String> running(List<String> projectCodes);

    /** Adds a line to the story of the case. */
    void tell(String caseNo, String title, String detail);

    /**
     * @param managerId login of the project's warranty manager, or null: the group
     */
    record CommitmentCase(
            String unit,
            String projectName,
            CaseKind kind,
            boolean emergency,
            Severity severity,
            boolean agreement,
            boolean blocker,
            @Nullable Instant requestedAt,
            List<ClockOverride> overrides,
            @Nullable String managerId) {}
}

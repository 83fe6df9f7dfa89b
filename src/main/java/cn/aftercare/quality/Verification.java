package cn.aftercare.quality;

import java.time.Instant;

/** Whether the measures of a round have worked. */
public record Verification(int roundNo, boolean effective, String finding, Instant verifiedAt, String verifiedBy) {}

package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a spot check found wrong.
 *
 * @param findingNo number of the check and running number, {@code CC-2026-000007-2}
 * @param dueAt until when it is to be rectified; later once a rectification was sent back
 */
public record SpotFinding(
        String findingNo,
        String checkNo,
        int seq,
        String part,
        String description,
        Instant foundAt,
        Instant dueAt,
        FindingStatus status,
        @Nullable Instant verifiedAt) {

    public static String number(String checkNo, int seq) {
        return checkNo + "-" + seq;
    }

    public boolean overdueAt(Instant now) {
        return status == FindingStatus.OPEN && !now.isBefore(dueAt);
    }
}

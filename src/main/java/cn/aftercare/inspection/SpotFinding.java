package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a spot check found wrong.
 *
 * @param findingNo number of the check and running number, {@code CC-2026-000007-2}
 * @param dueAt until when it is to be rectified; later once a rectification was sent back
 * @param caseNo the repair it was handed over to, or null
 */
public record SpotFinding(
        String findingNo,
        String checkNo,
        int seq,
        FindingCategory category,
        FindingGrade grade,
        Handling handling,
        String part,
        String description,
        Instant foundAt,
        Instant dueAt,
        FindingStatus status,
        @Nullable String caseNo,
        @Nullable Instant verifiedAt) {

    public static String number(String checkNo, int seq) {
        return checkNo + "-" + seq;
    }

    /** The check a finding's number belongs to; a check's own number stays as it is. */
    public static String checkOf(String number) {
        return number.replaceFirst("^(CC-\\d+-\\d+)-\\d+$", "$1");
    }

    public boolean overdueAt(Instant now) {
        return status == FindingStatus.OPEN && !now.isBefore(dueAt);
    }
}

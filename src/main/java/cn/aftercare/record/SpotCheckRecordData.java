package cn.aftercare.record;

import java.time.Instant;
import java.util.List;

/**
 * What stands on the record of a spot check 《监督抽查记录》.
 *
 * @param recordNo {@code JCJL-…}
 * @param unitName whose project it is
 * @param checkingUnitName who checked
 * @param checkedParts the lines of the checklist that were looked at
 * @param createdAt when the record is drawn up
 */
public record SpotCheckRecordData(
        String recordNo,
        String checkNo,
        String projectName,
        String ownerName,
        String address,
        String unitName,
        String checkingUnitName,
        String topic,
        Instant checkedAt,
        String inspectors,
        String checkedParts,
        String content,
        List<Finding> findings,
        Instant createdAt) {

    /**
     * One finding to its end.
     *
     * @param kind category and grade
     * @param dueAt until when it was to be rectified, last
     * @param rounds what was done each time, and why it was sent back
     */
    public record Finding(
            int seq,
            String kind,
            String part,
            String description,
            Instant dueAt,
            List<String> rounds,
            String verifiedBy,
            Instant verifiedAt) {}

    public SpotCheckRecordData {
        findings = List.copyOf(findings);
    }
}

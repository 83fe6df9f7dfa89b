package cn.aftercare.record;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * What stands on a repair task order 维修任务单. Texts may be null where nothing is known yet; the form then
 * leaves the cell empty to be filled in by hand.
 *
 * @param orderNo record number of the order, {@code RWD-…}
 * @param requestedAt the time the owner asked for, null if none
 * @param itemEnd last day covered by the warranty item, null if the project promises none
 * @param itemEndProvisional the end was rolled without an official calendar
 * @param startDue null while there is no start promise yet (emergency, structural)
 */
public record TaskOrderData(
        String orderNo,
        String caseNo,
        String projectName,
        String projectCode,
        String ownerName,
        String reporterName,
        String reporterPhone,
        Instant receivedAt,
        Channel channel,
        Instant requestedAt,
        String location,
        String description,
        CaseKind caseKind,
        DefectCategory category,
        LocalDate itemEnd,
        boolean itemEndProvisional,
        boolean publicArea,
        String note,
        Deadline responseDue,
        Deadline startDue,
        String orderedBy,
        Instant orderedAt) {

    /** The service motto printed at the foot. */
    public static final String MOTTO = "安全、环保、优质、高效";

    public TaskOrderData {
        Objects.requireNonNull(orderNo, "orderNo");
        Objects.requireNonNull(caseNo, "caseNo");
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(caseKind, "caseKind");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(orderedAt, "orderedAt");
    }
}

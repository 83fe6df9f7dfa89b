package cn.aftercare.repair;

import cn.aftercare.project.DefectCategory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A defect as it was reported.
 *
 * @param receivedAt T0, when the notice was received, never when it was typed in
 * @param requestedAt the time the owner asked for, or null
 * @param lateEntryReason why it was typed in late, or null
 */
public record Report(
        String projectCode,
        Instant receivedAt,
        Channel channel,
        String reporterName,
        String reporterPhone,
        DefectCategory category,
        String location,
        String description,
        boolean emergency,
        boolean structural,
        boolean publicArea,
        @Nullable Instant requestedAt,
        @Nullable String lateEntryReason) {}

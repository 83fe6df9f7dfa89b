package cn.aftercare.repair.web;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ReportDraft;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** A report as another system sends it. */
record ReportRequest(
        @Nullable String projectCode,
        @Nullable OffsetDateTime receivedAt,
        @Nullable Channel channel,
        @Nullable Reporter reporter,
        @Nullable DefectCategory category,
        @Nullable String location,
        @Nullable String description,
        @Nullable Boolean emergency,
        @Nullable Boolean structural,
        @Nullable Boolean publicArea,
        @Nullable OffsetDateTime requestedAt,
        @Nullable String lateEntryReason) {

    record Reporter(@Nullable String name, @Nullable String phone) {}

    ReportDraft draft() {
        return new ReportDraft(
                projectCode,
                instant(receivedAt),
                channel,
                reporter == null ? null : reporter.name(),
                reporter == null ? null : reporter.phone(),
                category,
                location,
                description,
                Boolean.TRUE.equals(emergency),
                Boolean.TRUE.equals(structural),
                Boolean.TRUE.equals(publicArea),
                instant(requestedAt),
                lateEntryReason);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}

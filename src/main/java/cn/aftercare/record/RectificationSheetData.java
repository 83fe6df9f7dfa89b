package cn.aftercare.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A branch's monthly report of rectification, ready to be written as a sheet.
 *
 * @param month such as 2026年5月
 * @param firstDay of the days it covers
 * @param lastDay of the days it covers
 */
public record RectificationSheetData(
        String reportNo,
        String unitName,
        String month,
        LocalDate firstDay,
        LocalDate lastDay,
        String status,
        @Nullable String remarks,
        String submittedBy,
        @Nullable Instant submittedAt,
        @Nullable String reviewRemarks,
        String reviewedBy,
        @Nullable Instant reviewedAt,
        List<Row> rows,
        Instant createdAt) {

    /** One rectification. */
    public record Row(
            int seq,
            String state,
            String source,
            String refNo,
            String projectCode,
            String projectName,
            String subject,
            Instant openedAt,
            @Nullable Instant dueAt,
            @Nullable Instant doneAt,
            @Nullable String reason,
            @Nullable String remark) {}

    public RectificationSheetData {
        rows = List.copyOf(rows);
    }
}

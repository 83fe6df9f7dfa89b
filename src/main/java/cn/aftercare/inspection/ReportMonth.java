package cn.aftercare.inspection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A month of the rectification report: it covers the days from the 26th of the month before to the 25th,
 * so that the report is complete before it is due at the month's end (docs/decisions/0005).
 */
public record ReportMonth(YearMonth month) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LAST_DAY = 25;

    /** The newest month whose days are over on this day. */
    public static ReportMonth lastComplete(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return new ReportMonth(today.getDayOfMonth() > LAST_DAY ? month : month.minusMonths(1));
    }

    public LocalDate firstDay() {
        return month.minusMonths(1).atDay(LAST_DAY + 1);
    }

    public LocalDate lastDay() {
        return month.atDay(LAST_DAY);
    }

    public Instant from() {
        return firstDay().atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of the last day; no longer part of it. */
    public Instant to() {
        return lastDay().plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of the month's last day. */
    public Instant dueAt() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant();
    }

    public ReportMonth before() {
        return new ReportMonth(month.minusMonths(1));
    }

    /** {@code ZGBS-2026-11-nanjing} */
    public String reportNo(String unit) {
        return "ZGBS-%s-%s".formatted(month, unit);
    }

    public String label() {
        return month.getYear() + "年" + month.getMonthValue() + "月";
    }
}

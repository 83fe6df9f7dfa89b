package cn.aftercare.inspection;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ReportMonthTest {

    @Test
    void a_month_covers_the_26th_to_the_25th_and_is_due_at_its_end() {
        ReportMonth may = new ReportMonth(YearMonth.of(2026, 5));
        assertThat(may.from()).isEqualTo(at("2026-04-26T00:00:00+08:00"));
        assertThat(may.to()).isEqualTo(at("2026-05-26T00:00:00+08:00"));
        assertThat(may.dueAt()).isEqualTo(at("2026-06-01T00:00:00+08:00"));
        assertThat(may.reportNo("nanjing")).isEqualTo("ZGBS-2026-05-nanjing");
        assertThat(may.label()).isEqualTo("2026年5月");
    }

    /** No day falls between two months, none into both. */
    @Test
    void every_day_belongs_to_one_month() {
        ReportMonth month = new ReportMonth(YearMonth.of(2024, 1));
        for (int i = 0; i < 36; i++) {
            assertThat(month.before().to()).isEqualTo(month.from());
            assertThat(month.dueAt()).isAfter(month.to());
            month = new ReportMonth(month.month().plusMonths(1));
        }
        assertThat(new ReportMonth(YearMonth.of(2026, 1)).firstDay()).isEqualTo(LocalDate.parse("2025-12-26"));
        assertThat(new ReportMonth(YearMonth.of(2026, 2)).dueAt()).isEqualTo(at("2026-03-01T00:00:00+08:00"));
    }

    @Test
    void a_month_is_complete_from_the_26th_on() {
        assertThat(ReportMonth.lastComplete(LocalDate.parse("2026-05-25")).month())
                .isEqualTo(YearMonth.of(2026, 4));
        assertThat(ReportMonth.lastComplete(LocalDate.parse("2026-05-26")).month())
                .isEqualTo(YearMonth.of(2026, 5));
        assertThat(ReportMonth.lastComplete(LocalDate.parse("2026-06-01")).month())
                .isEqualTo(YearMonth.of(2026, 5));
    }
}

package cn.aftercare.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = PrcCalendar.upTo2026();

    @Test
    void countsTwoAndFiveWorkingDaysOverTheNationalDayHoliday() {
        LocalDate start = LocalDate.of(2025, 9, 30);
        assertThat(calendar.plusWorkingDays(start, 2)).isEqualTo(new BusinessDate(LocalDate.of(2025, 10, 10), false));
        assertThat(calendar.plusWorkingDays(start, 5)).isEqualTo(new BusinessDate(LocalDate.of(2025, 10, 14), false));
        assertThat(calendar.workingDaysAfterUntil(start, LocalDate.of(2025, 10, 14)))
                .isEqualTo(5);
    }

    @Test
    void worksOnMakeUpDaysAndRestsOnHolidays() {
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 10, 11))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 10, 12))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 10, 8))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2025, 10, 9))).isTrue();
    }

    @Test
    void theDayItselfIsNotCounted() {
        LocalDate friday = LocalDate.of(2025, 9, 26);
        assertThat(calendar.plusWorkingDays(friday, 0)).isEqualTo(new BusinessDate(friday, false));
        // Sunday 28 September is a make-up day
        assertThat(calendar.plusWorkingDays(friday, 1).date()).isEqualTo(LocalDate.of(2025, 9, 28));
        assertThatThrownBy(() -> calendar.plusWorkingDays(friday, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void rollsToTheNextWorkingDay() {
        assertThat(calendar.sameOrNextWorkingDay(LocalDate.of(2025, 10, 1)))
                .isEqualTo(new BusinessDate(LocalDate.of(2025, 10, 9), false));
        assertThat(calendar.sameOrNextWorkingDay(LocalDate.of(2025, 10, 9)))
                .isEqualTo(new BusinessDate(LocalDate.of(2025, 10, 9), false));
    }

    @Test
    void isProvisionalOnceADayLookedAtLiesInAYearWithoutData() {
        LocalDate newYearsEve = LocalDate.of(2026, 12, 31);
        assertThat(calendar.plusWorkingDays(LocalDate.of(2026, 12, 30), 1))
                .isEqualTo(new BusinessDate(newYearsEve, false));
        assertThat(calendar.plusWorkingDays(newYearsEve, 1))
                .isEqualTo(new BusinessDate(LocalDate.of(2027, 1, 1), true));
        assertThat(calendar.sameOrNextWorkingDay(LocalDate.of(2028, 6, 3)))
                .isEqualTo(new BusinessDate(LocalDate.of(2028, 6, 5), true));
    }

    @Test
    void isMondayToFridayWithoutAnyData() {
        WorkingCalendar empty = new WorkingCalendar(Map.of(), Set.of());
        assertThat(empty.plusWorkingDays(LocalDate.of(2025, 9, 30), 5))
                .isEqualTo(new BusinessDate(LocalDate.of(2025, 10, 7), true));
    }

    @Property(tries = 300)
    void countingBackGivesTheNumberCountedForward(
            @ForAll @IntRange(max = 1500) int offset, @ForAll @IntRange(max = 60) int n) {
        LocalDate from = LocalDate.of(2024, 1, 1).plusDays(offset);
        LocalDate to = calendar.plusWorkingDays(from, n).date();
        assertThat(calendar.workingDaysAfterUntil(from, to)).isEqualTo(n);
        assertThat(n == 0 || calendar.isWorkingDay(to)).isTrue();
    }
}

package cn.aftercare.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.problem.InvalidInputException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 28);

    @Test
    void without_days_it_is_the_twelve_months_until_today() {
        assertThat(Period.of(null, null, TODAY)).isEqualTo(new Period(LocalDate.of(2025, 3, 1), TODAY));
    }

    @Test
    void what_is_given_stands() {
        LocalDate day = LocalDate.of(2024, 2, 29);
        assertThat(Period.of(day, day, TODAY)).isEqualTo(new Period(day, day));
        assertThat(Period.of(null, day, TODAY)).isEqualTo(new Period(LocalDate.of(2023, 3, 1), day));
        assertThat(Period.of(day, null, TODAY)).isEqualTo(new Period(day, TODAY));
        // Begun in the future, it is that one day.
        LocalDate tomorrow = TODAY.plusDays(1);
        assertThat(Period.of(tomorrow, null, TODAY)).isEqualTo(new Period(tomorrow, tomorrow));
    }

    @Test
    void it_does_not_end_before_it_begins() {
        assertThatThrownBy(() -> new Period(TODAY, TODAY.minusDays(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("截止日期(to):不能早于起始日期(from)");
    }
}

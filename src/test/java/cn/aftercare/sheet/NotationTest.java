package cn.aftercare.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotationTest {

    @ParameterizedTest
    @ValueSource(strings = {"2023-10-15", "2023/10/15", "2023.10.15", "2023年10月15日", "2023/10/15 0:00"})
    void readsDatesAsPeopleWriteThem(String text) {
        assertThat(Notation.date(text)).contains(LocalDate.of(2023, 10, 15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-02-29", "23-10-15", "45214", "15.10.2023", "0203-10-15", "2023-10-15 16:40"})
    void refusesOtherDates(String text) {
        assertThat(Notation.date(text)).isEmpty();
    }
}

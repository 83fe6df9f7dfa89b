package cn.aftercare.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "2025-09-26T21:59:59+08:00, 2025-09-26T21:59:59+08:00",
        "2025-09-26T22:00:00+08:00, 2025-09-27T07:00:00+08:00",
        "2025-09-26T23:59:59+08:00, 2025-09-27T07:00:00+08:00",
        "2025-09-27T00:00:00+08:00, 2025-09-27T07:00:00+08:00",
        "2025-09-27T06:59:59+08:00, 2025-09-27T07:00:00+08:00",
        "2025-09-27T07:00:00+08:00, 2025-09-27T07:00:00+08:00",
        "2025-12-31T22:30:00+08:00, 2026-01-01T07:00:00+08:00"
    })
    void over_midnight(String now, String expected) {
        assertThat(earliest("22:00", "07:00", now)).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-26T11:59:59+08:00, 2025-09-26T11:59:59+08:00",
        "2025-09-26T12:00:00+08:00, 2025-09-26T14:00:00+08:00",
        "2025-09-26T13:59:59+08:00, 2025-09-26T14:00:00+08:00",
        "2025-09-26T14:00:00+08:00, 2025-09-26T14:00:00+08:00"
    })
    void within_a_day(String now, String expected) {
        assertThat(earliest("12:00", "14:00", now)).isEqualTo(at(expected));
    }

    @ParameterizedTest
    @CsvSource({"00:00", "22:00"})
    void equal_times_mean_there_are_none(String time) {
        assertThat(earliest(time, time, "2025-09-26T22:00:00+08:00")).isEqualTo(at("2025-09-26T22:00:00+08:00"));
    }

    private static Instant earliest(String from, String to, String now) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to), ZONE).earliest(at(now));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}

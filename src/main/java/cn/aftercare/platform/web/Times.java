package cn.aftercare.platform.web;

import cn.aftercare.problem.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How pages write and read times: Shanghai, to the minute. */
public final class Times {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private Times() {}

    public static String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(ZONE));
    }

    /** A deadline at midnight is "24:00" of the day before, as the promises say it. */
    public static String deadline(Instant due) {
        LocalDateTime local = LocalDateTime.ofInstant(due, ZONE);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1) + " 24:00"
                : minute(due);
    }

    /** A length of time in its two largest units. */
    public static String length(Duration duration) {
        Duration d = duration.abs();
        if (d.toDays() > 0) {
            return d.toDays() + "天" + (d.toHoursPart() > 0 ? d.toHoursPart() + "小时" : "");
        }
        if (d.toHours() > 0) {
            return d.toHours() + "小时" + (d.toMinutesPart() > 0 ? d.toMinutesPart() + "分" : "");
        }
        return d.toMinutes() > 0 ? d.toMinutes() + "分钟" : "不到1分钟";
    }

    /**
     * A day as addresses and fields of type {@code date} write it.
     *
     * @param label what the message calls the field
     * @return null when nothing is given
     * @throws InvalidInputException naming what was given
     */
    public static @Nullable LocalDate day(String field, String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // reported below
        }
        throw new InvalidInputException(field, label + ":“" + value + "”不是日期(应为 2026-01-01 的写法)");
    }

    /** The value of a field {@code datetime-local}; empty when it is not a time. */
    public static Optional<Instant> ofField(String value) {
        try {
            return Optional.of(LocalDateTime.parse(value.strip()).atZone(ZONE).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** As a field {@code datetime-local} wants it. */
    public static String field(Instant at) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").format(at.atZone(ZONE));
    }
}

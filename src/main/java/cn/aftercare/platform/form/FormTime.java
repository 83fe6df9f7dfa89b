package cn.aftercare.platform.form;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Date-times as form-js submits them: wall time without zone means Asia/Shanghai, whatever the device is set to. */
public final class FormTime {

    public static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private static final DateTimeFormatter READABLE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private FormTime() {}

    static Instant parse(String field, String value) {
        try {
            return value.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")
                    ? OffsetDateTime.parse(value).toInstant()
                    : LocalDateTime.parse(value).atZone(SHANGHAI).toInstant();
        } catch (DateTimeParseException e) {
            throw new cn.aftercare.problem.InvalidInputException(field, "时间格式不正确:" + value);
        }
    }

    /** The value a datetime field is prefilled with. */
    public static String format(Instant instant) {
        return FORM.format(instant.atZone(SHANGHAI));
    }

    /** As people read it; the end of a day is its 24:00. */
    public static String readable(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, SHANGHAI);
        return local.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? local.toLocalDate().minusDays(1) + " 24:00"
                : READABLE.format(local);
    }
}

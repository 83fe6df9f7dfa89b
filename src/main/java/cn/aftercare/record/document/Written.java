package cn.aftercare.record.document;

import cn.aftercare.record.Deadline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times, dates and amounts as they are written on a Chinese form; always Asia/Shanghai. Null is written as nothing. */
final class Written {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm");

    private Written() {}

    static String time(Instant at) {
        return at == null ? "" : MINUTE.format(at.atZone(ZONE));
    }

    static String day(Instant at) {
        return at == null ? "" : DAY.format(at.atZone(ZONE));
    }

    static String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** Midnight is written as 24:00 of the day before, the way the promise is worded. */
    static String deadline(Deadline deadline) {
        if (deadline == null) {
            return "";
        }
        ZonedDateTime at = deadline.at().atZone(ZONE);
        String text = at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? DAY.format(at.minusDays(1)) + " 24:00"
                : MINUTE.format(at);
        return text + "前" + (deadline.ownerSpecified() ? "(业主指定)" : "") + (deadline.provisional() ? "(暂定)" : "");
    }

    static String amount(BigDecimal cny) {
        return String.format(Locale.ROOT, "%,.2f", cny);
    }
}

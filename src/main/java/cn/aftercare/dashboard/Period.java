package cn.aftercare.dashboard;

import cn.aftercare.problem.InvalidInputException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days a picture is about, both inclusive, in Asia/Shanghai. */
public record Period(LocalDate from, LocalDate to) {

    private static final int MONTHS = 12;

    /** @throws InvalidInputException the end lies before the beginning */
    public Period {
        if (to.isBefore(from)) {
            throw new InvalidInputException("to", "截止日期(to):不能早于起始日期(from)");
        }
    }

    /** What is not given: until today, and twelve months. */
    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate today) {
        LocalDate end = to == null ? from != null && from.isAfter(today) ? from : today : to;
        return new Period(from == null ? end.minusMonths(MONTHS).plusDays(1) : from, end);
    }
}

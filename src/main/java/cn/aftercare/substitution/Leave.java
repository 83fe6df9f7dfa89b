package cn.aftercare.substitution;

import cn.aftercare.problem.FieldError;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when somebody is away.
 *
 * @param lastDay inclusive
 */
public record Leave(LocalDate firstDay, LocalDate lastDay) {

    /** Whoever is away longer is replaced, not stood in for. */
    private static final int MAX_YEARS = 1;

    /**
     * Reads what a person typed; whatever is wrong is added to the errors in Chinese.
     *
     * @return null if something is wrong
     */
    public static @Nullable Leave of(
            @Nullable String firstDay, @Nullable String lastDay, LocalDate today, List<FieldError> errors) {
        LocalDate first = day("firstDay", "休假首日", firstDay, errors);
        LocalDate last = day("lastDay", "休假末日", lastDay, errors);
        if (first == null || last == null) {
            return null;
        }
        String wrong = last.isBefore(first)
                ? "不能早于休假首日"
                : last.isBefore(today)
                        ? "不能早于今天"
                        : last.isBefore(first.plusYears(MAX_YEARS)) ? null : "休假不能超过" + MAX_YEARS + "年,请改派他人";
        if (wrong != null) {
            errors.add(new FieldError("lastDay", "休假末日:" + wrong));
            return null;
        }
        return new Leave(first, last);
    }

    private static @Nullable LocalDate day(
            String field, String label, @Nullable String value, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(new FieldError(field, label + ":必填"));
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value.strip());
            if (day.getYear() >= 2000 && day.getYear() <= 2999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // reported below
        }
        errors.add(new FieldError(field, label + ":应为 2026-01-31 的写法"));
        return null;
    }
}

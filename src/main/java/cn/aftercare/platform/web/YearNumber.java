package cn.aftercare.platform.web;

import cn.aftercare.problem.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** A year as an address or a filter writes it. */
public final class YearNumber {

    private YearNumber() {}

    /**
     * @return null if none is given
     * @throws InvalidInputException naming {@code year} for anything but four digits
     */
    public static @Nullable Integer of(@Nullable String year) {
        if (year == null || year.isBlank()) {
            return null;
        }
        if (!year.strip().matches("[12]\\d{3}")) {
            throw new InvalidInputException("year", "年度:“" + year + "”不是年份(应为 2026 的写法)");
        }
        return Integer.valueOf(year.strip());
    }
}

package cn.aftercare.inspection.web;

import cn.aftercare.problem.InvalidInputException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list is narrowed to, as the address writes it. */
record InspectionFilter(
        @Nullable String list,
        @Nullable String unit,
        @Nullable String month,
        @Nullable String status) {

    /** Which of the lists; the checks unless another one is named. */
    public String shown() {
        return "reports".equals(list) || "draws".equals(list) ? list : "checks";
    }

    /** @return null if none is given */
    @Nullable
    YearMonth yearMonth() {
        try {
            return given(month).map(YearMonth::parse).orElse(null);
        } catch (DateTimeException e) {
            throw new InvalidInputException("month", "月份:“" + month + "”不是月份(应为 2026-05 的写法)");
        }
    }

    /** @return null if none is given */
    <E extends Enum<E>> @Nullable E code(Class<E> type, Function<E, String> name) {
        return given(status)
                .map(code -> Arrays.stream(type.getEnumConstants())
                        .filter(e -> name.apply(e).equals(code))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException("status", "状态:没有状态“" + code + "”")))
                .orElse(null);
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(t -> !t.isEmpty());
    }
}

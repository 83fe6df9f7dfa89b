package cn.aftercare.survey.web;

import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.survey.SurveyStatus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to, as the address writes it. */
record SurveyFilter(
        @Nullable String unit,
        @Nullable String year,
        @Nullable String status) {

    /** @return null if none is given */
    static @Nullable Integer year(@Nullable String year) {
        if (year == null || year.isBlank()) {
            return null;
        }
        if (!year.strip().matches("[12]\\d{3}")) {
            throw new InvalidInputException("year", "年度:“" + year + "”不是年份(应为 2026 的写法)");
        }
        return Integer.valueOf(year.strip());
    }

    /** @return null if none is given */
    static @Nullable SurveyStatus status(@Nullable String status) {
        if (status == null || status.isBlank()) {
            return null;
        }
        return Arrays.stream(SurveyStatus.values())
                .filter(s -> s.name().equals(status))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("status", "状态:没有状态“" + status + "”"));
    }
}

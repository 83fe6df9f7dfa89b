package cn.aftercare.survey.web;

import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.survey.SurveyStatus;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the list is narrowed to, as the address writes it. */
record SurveyFilter(
        @Nullable String unit,
        @Nullable String year,
        @Nullable String status,
        @Nullable String from,
        @Nullable String to) {

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

package cn.aftercare.quality.web;

import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import org.jspecify.annotations.Nullable;

/** What the list of quality information is narrowed to, as addresses name it; nothing: all. */
record QualityFilter(
        @Nullable String unit,
        @Nullable String grade,
        @Nullable String source,
        @Nullable String state) {

    @Nullable
    QualityGrade gradeCode() {
        return code("grade", "等级", grade, QualityGrade.class);
    }

    @Nullable
    QualitySource sourceCode() {
        return code("source", "来源", source, QualitySource.class);
    }

    @Nullable
    QualityState stateCode() {
        return code("state", "状态", state, QualityState.class);
    }

    /** @throws InvalidInputException naming the field */
    private static <E extends Enum<E>> @Nullable E code(
            String field, String label, @Nullable String value, Class<E> type) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            return Enum.valueOf(type, value);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(field, label + ":没有“" + value + "”");
        }
    }
}

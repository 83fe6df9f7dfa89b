package cn.aftercare.revisit;

import cn.aftercare.project.DefectCategory;
import org.jspecify.annotations.Nullable;

/**
 * A defect found and measured on a visit; each becomes a repair.
 *
 * @param measured as measured, e.g. 空鼓 0.3 ㎡
 * @param caseNo the repair opened for it
 */
public record VisitDefect(
        int seq,
        DefectCategory category,
        String location,
        String description,
        @Nullable String measured,
        boolean emergency,
        boolean structural,
        @Nullable String caseNo) {}

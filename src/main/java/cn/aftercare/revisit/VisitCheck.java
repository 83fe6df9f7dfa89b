package cn.aftercare.revisit;

import org.jspecify.annotations.Nullable;

/**
 * A part to look at on a visit, because it gave trouble before.
 *
 * @param hint what was wrong there
 * @param caseNo the repair it comes from
 */
public record VisitCheck(
        int seq, String part, String hint, @Nullable String caseNo, boolean checked) {}

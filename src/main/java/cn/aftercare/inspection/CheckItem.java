package cn.aftercare.inspection;

import org.jspecify.annotations.Nullable;

/**
 * One line of the checklist of a check.
 *
 * @param caseNo the repair whose place is to be looked at again, or null
 */
public record CheckItem(
        int seq, String part, String hint, @Nullable String caseNo, boolean checked) {}

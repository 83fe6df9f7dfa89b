package cn.aftercare.revisit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a plan.
 *
 * @param dueOn the day it is due; null for a visit added without one
 * @param authorised whether the project is HQ-authorised, so that the plan is filed at HQ
 * @param focus parts to look at, from past defects
 * @param complaints open complaints when the plan was compiled
 * @param reason why it was postponed, added or cancelled
 * @param visitNo the visit made of it, once the plan is approved
 */
public record PlanLine(
        long id,
        String planNo,
        String projectCode,
        @Nullable LocalDate dueOn,
        boolean inWarranty,
        boolean authorised,
        LocalDate plannedOn,
        VisitChannel channel,
        @Nullable String people,
        @Nullable String focus,
        int complaints,
        LineStatus status,
        @Nullable String reason,
        @Nullable String visitNo) {}

package cn.aftercare.revisit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a plan.
 *
 * @param dueOn the day it is due; null for a visit added without one
 * @param filed whether the authority matrix has the plan filed at HQ for this project
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
        boolean filed,
        LocalDate plannedOn,
        VisitChannel channel,
        @Nullable String people,
        @Nullable String focus,
        int complaints,
        LineStatus status,
        @Nullable String reason,
        @Nullable String visitNo) {}

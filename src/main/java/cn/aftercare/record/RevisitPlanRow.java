package cn.aftercare.record;

import cn.aftercare.project.ManagementMode;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.LineStatus;
import cn.aftercare.revisit.VisitChannel;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One visit of a half-year's plan and what became of it, or a due visit no plan has. Days are Asia/Shanghai.
 *
 * @param unitName the planning unit
 * @param dueOn null for a visit added without one
 * @param listed how the plan lists it; null: no plan has it
 * @param state where plan or visit stand, in Chinese
 * @param visitedOn null: not visited yet
 * @param reason of postponing, adding or cancelling
 * @param filing whether plan and record go to HQ, in Chinese
 * @param repairs opened for what was found
 * @param score 合计 of the owner's answer, two decimals
 */
public record RevisitPlanRow(
        String unitName,
        HalfYear period,
        @Nullable String planNo,
        String projectCode,
        String projectName,
        String ownerName,
        ManagementMode managementMode,
        @Nullable LocalDate plannedOn,
        @Nullable LocalDate dueOn,
        @Nullable String people,
        @Nullable VisitChannel channel,
        @Nullable String focus,
        @Nullable LineStatus listed,
        String state,
        @Nullable String visitNo,
        @Nullable LocalDate visitedOn,
        boolean inTime,
        boolean postponed,
        boolean cancelled,
        @Nullable String reason,
        @Nullable String filing,
        int repairs,
        @Nullable BigDecimal score) {}

package cn.aftercare.revisit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line of a plan beside what became of it; the day is the visit's own once there is one. */
public record PlannedVisit(
        String planNo,
        String unit,
        String projectCode,
        String projectName,
        @Nullable LocalDate dueOn,
        LocalDate plannedOn,
        boolean postponed,
        @Nullable String visitNo,
        Fulfilment fulfilment) {}

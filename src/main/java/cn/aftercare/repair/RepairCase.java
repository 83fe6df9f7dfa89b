package cn.aftercare.repair;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.Severity;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Entitlement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A repair case as it stands. What is not known yet is null. */
public record RepairCase(
        String caseNo,
        String unit,
        Report report,
        Instant recordedAt,
        String recordedBy,
        Stage stage,
        CaseKind kind,
        Severity severity,
        DefectCategory causeCategory,
        Entitlement entitlement,
        @Nullable Boolean ourScope,
        @Nullable OurCause ourCause,
        @Nullable ChargeBasis chargeBasis,
        OwnerPays ownerPays,
        Preparation preparation,
        Plan plan,
        @Nullable Blocker blocker,
        @Nullable String blockerNote,
        Closing closing) {

    /** Who and what is made ready for the case. */
    public record Preparation(
            @Nullable String taskOrderNo,
            @Nullable String taskNote,
            @Nullable String materials,
            @Nullable String siteTechnicianId,
            @Nullable String crew,
            @Nullable String borrowedCrew,
            @Nullable String contactNote) {}

    /** How and when the repair is to be done. */
    public record Plan(
            @Nullable String method,
            @Nullable String text,
            @Nullable Instant plannedStartAt,
            @Nullable Instant appointmentAt,
            @Nullable String informed) {}

    /** How the case ended. */
    public record Closing(
            @Nullable String recordNo,
            @Nullable String recordPlace,
            @Nullable Satisfaction satisfaction,
            @Nullable String opinion,
            @Nullable String guidance,
            @Nullable Instant closedAt,
            @Nullable String reason) {}
}

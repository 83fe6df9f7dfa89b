package cn.aftercare.repair.web;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.repair.OwnerPays;
import cn.aftercare.repair.RepairCase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case as the REST contract shows it; times in +08:00, money as text with two decimals. */
record CaseView(
        String caseNo,
        String projectCode,
        String unit,
        OffsetDateTime receivedAt,
        OffsetDateTime recordedAt,
        String stage,
        String stageName,
        String kind,
        String severity,
        String category,
        String causeCategory,
        String location,
        String description,
        boolean publicArea,
        @Nullable OffsetDateTime requestedAt,
        EntitlementView entitlement,
        @Nullable String chargeBasis,
        Money ownerPays,
        @Nullable String taskOrderNo,
        @Nullable String recordNo,
        @Nullable OffsetDateTime closedAt,
        @Nullable String closeReason,
        List<CommitmentView> commitments) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** @param steps the escalation steps of each commitment, by its id */
    static CaseView of(RepairCase c, List<Commitment> commitments, Map<Long, List<CommitmentStep>> steps, Instant now) {
        return new CaseView(
                c.caseNo(),
                c.report().projectCode(),
                c.unit(),
                time(c.report().receivedAt()),
                time(c.recordedAt()),
                c.stage().name(),
                c.stage().label(),
                c.kind().name(),
                c.severity().name(),
                c.report().category().name(),
                c.causeCategory().name(),
                c.report().location(),
                c.report().description(),
                c.report().publicArea(),
                time(c.report().requestedAt()),
                new EntitlementView(
                        c.entitlement().itemEnd(),
                        c.entitlement().insidePeriod(),
                        c.entitlement().provisional()),
                c.chargeBasis() == null ? null : c.chargeBasis().name(),
                Money.of(c.ownerPays()),
                c.preparation().taskOrderNo(),
                c.closing().recordNo(),
                time(c.closing().closedAt()),
                c.closing().reason(),
                commitments.stream()
                        .map(p -> CommitmentView.of(p, steps.getOrDefault(p.id(), List.of()), now))
                        .toList());
    }

    record EntitlementView(@Nullable LocalDate itemEnd, boolean insidePeriod, boolean provisional) {}

    record Money(String material, String labour, String management, String total) {
        static Money of(OwnerPays pays) {
            return new Money(
                    pays.material().toPlainString(),
                    pays.labour().toPlainString(),
                    pays.management().toPlainString(),
                    pays.total().toPlainString());
        }
    }

    record CommitmentView(
            String type,
            String kind,
            String label,
            OffsetDateTime dueAt,
            boolean provisional,
            boolean ownerSpecified,
            String status,
            @Nullable OffsetDateTime metAt,
            List<EscalationView> escalations) {

        static CommitmentView of(Commitment p, List<CommitmentStep> steps, Instant now) {
            return new CommitmentView(
                    p.type().name(),
                    p.kind().name(),
                    p.label(),
                    time(p.dueAt()),
                    p.provisional(),
                    p.ownerSpecified(),
                    p.statusAt(now).name(),
                    time(p.metAt()),
                    steps.stream()
                            .map(s -> new EscalationView(s.level().name(), time(s.dueAt()), time(s.firedAt()), s.to()))
                            .toList());
        }
    }

    record EscalationView(
            String level, OffsetDateTime dueAt, @Nullable OffsetDateTime firedAt, List<String> to) {}

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ZONE).toOffsetDateTime();
    }
}

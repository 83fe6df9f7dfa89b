package cn.aftercare.repair.web;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.organisation.Unit;
import cn.aftercare.platform.web.Times;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.CaseOverview;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of cases as the page shows it. */
record CaseListPage(List<Row> rows, long total, int page, int pages) {

    record Row(
            String caseNo,
            String received,
            String unitName,
            String projectCode,
            String projectName,
            String location,
            String category,
            String kind,
            boolean danger,
            String severity,
            String stage,
            boolean ended,
            @Nullable Due due) {}

    /**
     * A deadline that comes next.
     *
     * @param state what colours it: late, soon, paused or calm
     */
    record Due(String promise, String at, String rest, String state, boolean provisional, boolean ownerSpecified) {

        private static final Duration SOON = Duration.ofHours(8);

        static Due of(Commitment c, Instant now) {
            String rest;
            String state;
            Duration left = Duration.between(now, c.dueAt());
            if (c.status() == CommitmentStatus.PAUSED) {
                rest = "计时暂停";
                state = "paused";
            } else if (c.statusAt(now) == CommitmentStatus.BREACHED) {
                rest = "已超时 " + Times.length(left);
                state = c.kind() == CommitmentKind.HARD ? "late" : "soon";
            } else {
                rest = "剩 " + Times.length(left);
                state = left.compareTo(SOON) < 0 ? "soon" : "calm";
            }
            return new Due(c.label(), Times.deadline(c.dueAt()), rest, state, c.provisional(), c.ownerSpecified());
        }

        /** A hard promise tells more than a target that comes before it. */
        static @Nullable Due next(List<Commitment> open, Instant now) {
            return open.stream()
                    .filter(c -> c.kind() == CommitmentKind.HARD)
                    .findFirst()
                    .or(() -> open.stream().findFirst())
                    .map(c -> of(c, now))
                    .orElse(null);
        }
    }

    static Row row(CaseOverview.Line line, List<Unit> units, Instant now) {
        RepairCase c = line.repairCase();
        return new Row(
                c.caseNo(),
                Times.minute(c.report().receivedAt()),
                units.stream()
                        .filter(u -> u.code().equals(c.unit()))
                        .map(Unit::name)
                        .findFirst()
                        .orElse(c.unit()),
                c.report().projectCode(),
                line.projectName(),
                c.report().location(),
                c.report().category().label(),
                c.kind().label(),
                c.kind() != cn.aftercare.commitment.CaseKind.ORDINARY,
                c.severity().label(),
                c.stage().label(),
                c.stage().ended(),
                Due.next(line.open(), now));
    }
}

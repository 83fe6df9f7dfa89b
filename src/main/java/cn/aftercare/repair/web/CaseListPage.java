package cn.aftercare.repair.web;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.organisation.Unit;
import cn.aftercare.platform.web.Times;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.app.CaseOverview;
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
                c.kind() != CaseKind.ORDINARY,
                c.severity().label(),
                c.stage().label(),
                c.stage().ended(),
                Due.next(line.open(), now));
    }
}

package cn.aftercare.inspection.app;

import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportLine;
import cn.aftercare.inspection.persistence.ReportRepository;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.RectificationSheetData;
import cn.aftercare.record.document.RectificationWorkbook;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The monthly report as an Excel file: as it was filed, or as it stands. */
@Service
public class ReportSheets {

    private static final int ALL = Integer.MAX_VALUE;

    private final ReportRepository reports;
    private final ProjectService projects;
    private final Directory directory;
    private final RectificationWorkbook workbook;
    private final Clock clock;

    ReportSheets(
            ReportRepository reports,
            ProjectService projects,
            Directory directory,
            RectificationWorkbook workbook,
            Clock clock) {
        this.reports = reports;
        this.projects = projects;
        this.directory = directory;
        this.workbook = workbook;
        this.clock = clock;
    }

    /** @param report which the acting person may see */
    @Transactional(readOnly = true)
    public byte[] xlsx(RectificationReport report) {
        return reports.workbook(report.reportNo()).orElseGet(() -> write(report));
    }

    byte[] write(RectificationReport report) {
        List<ReportLine> lines = reports.lines(report.reportNo(), 0, ALL);
        Map<String, String> names =
                projects
                        .findAll(lines.stream()
                                .map(ReportLine::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, Project::name));
        return workbook.write(new RectificationSheetData(
                report.reportNo(),
                directory.unitName(report.unit()),
                report.month().label(),
                report.month().firstDay(),
                report.month().lastDay(),
                report.status().label(),
                report.submitted().remarks(),
                name(report.submitted().by()),
                report.submitted().at(),
                report.review().remarks(),
                name(report.review().by()),
                report.review().at(),
                lines.stream()
                        .map(l -> new RectificationSheetData.Row(
                                l.seq(),
                                l.state().label(),
                                l.source().label(),
                                l.refNo(),
                                l.projectCode(),
                                names.getOrDefault(l.projectCode(), l.projectCode()),
                                l.subject(),
                                l.openedAt(),
                                l.dueAt(),
                                l.doneAt(),
                                l.reason(),
                                l.remark()))
                        .toList(),
                clock.instant()));
    }

    private String name(String userId) {
        return userId == null ? "" : directory.displayName(userId);
    }
}

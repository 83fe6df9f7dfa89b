package cn.aftercare.project.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.platform.web.Download;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ImportReport;
import cn.aftercare.project.app.ProjectExport;
import cn.aftercare.project.app.ProjectImport;
import cn.aftercare.project.app.ProjectPage;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.sheet.web.SheetUpload;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Projects over REST. */
@RestController
@RequestMapping("/api/projects")
class ProjectController {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private final ProjectService projects;
    private final ProjectImport imports;
    private final ProjectExport exports;
    private final CalendarService calendars;
    private final Clock clock;

    ProjectController(
            ProjectService projects,
            ProjectImport imports,
            ProjectExport exports,
            CalendarService calendars,
            Clock clock) {
        this.projects = projects;
        this.imports = imports;
        this.exports = exports;
        this.calendars = calendars;
        this.clock = clock;
    }

    @PostMapping(value = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ImportReport importSheet(
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun)
            throws IOException {
        if (file == null) {
            throw new InvalidInputException("file", "请选择工程表文件(.xlsx 或 .csv)");
        }
        return imports.run(file.getBytes(), dryRun);
    }

    @PersonalData("工程")
    @GetMapping("/{code}")
    ProjectDetail project(@PathVariable("code") String code) {
        return ProjectDetail.of(projects.visible(code), calendars.current(), today());
    }

    @GetMapping
    Page list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "q", required = false) String text,
            @RequestParam(name = "page", defaultValue = "0") int page,
            @RequestParam(name = "size", defaultValue = "20") int size) {
        ProjectPage found = projects.list(unit, text, page, size);
        WorkingCalendar calendar = calendars.current();
        LocalDate today = today();
        List<Line> lines =
                found.projects().stream().map(p -> Line.of(p, calendar, today)).toList();
        return new Page(lines, found.page(), found.size(), found.total());
    }

    @PersonalData(value = "工程表", kind = AuditKind.EXPORT)
    @GetMapping("/export.xlsx")
    ResponseEntity<byte[]> exportXlsx(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "q", required = false) String text) {
        return Download.XLSX.of(exports.xlsx(unit, text), "工程表.xlsx");
    }

    @PersonalData(value = "工程表", kind = AuditKind.EXPORT)
    @GetMapping("/export.csv")
    ResponseEntity<byte[]> exportCsv(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "q", required = false) String text) {
        return Download.CSV.of(exports.csv(unit, text), "工程表.csv");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> rejected(RejectedSheetException rejected) {
        return SheetUpload.problem(rejected);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** Pages count from 0. */
    record Page(List<Line> items, int page, int size, long total) {}

    record Line(
            String code,
            String name,
            String ownerName,
            String unit,
            String managementMode,
            LocalDate acceptedOn,
            String projectManager,
            ProjectDetail.End warrantyEnd,
            LocalDate closedOn) {
        static Line of(Project p, WorkingCalendar calendar, LocalDate today) {
            return new Line(
                    p.code(),
                    p.name(),
                    p.ownerName(),
                    p.unit(),
                    p.managementMode().name(),
                    p.acceptedOn(),
                    p.projectManager(),
                    p.warrantyEnd(calendar)
                            .map(end -> ProjectDetail.End.of(end, today))
                            .orElse(null),
                    p.closedOn());
        }
    }
}

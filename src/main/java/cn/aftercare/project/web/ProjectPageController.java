package cn.aftercare.project.web;

import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.calendar.WorkingCalendar;
import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ImportReport;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.project.app.ProjectImport;
import cn.aftercare.project.app.ProjectPage;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.app.ProjectFileExport;
import cn.aftercare.repair.app.CaseOverview;
import cn.aftercare.repair.web.Due;
import cn.aftercare.sheet.web.SheetUpload;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages {@code /projects} and {@code /projects/{code}}, and the import of the project sheet. */
@Page
class ProjectPageController {

    private static final int SIZE = 25;
    private static final int CASES = 50;

    private final ProjectService projects;
    private final ProjectImport imports;
    private final ProjectFile file;
    private final ProjectFileExport export;
    private final CaseOverview cases;
    private final CalendarService calendars;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    ProjectPageController(
            ProjectService projects,
            ProjectImport imports,
            ProjectFile file,
            ProjectFileExport export,
            CaseOverview cases,
            CalendarService calendars,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.projects = projects;
        this.imports = imports;
        this.file = file;
        this.export = export;
        this.cases = cases;
        this.calendars = calendars;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    record Row(
            String code,
            String name,
            String ownerName,
            String unitName,
            String mode,
            LocalDate acceptedOn,
            String manager,
            ProjectDetail.@Nullable End warrantyEnd) {}

    record Entry(
            String at, String kind, String title, @Nullable String detail, String path, boolean picture) {}

    record CaseRow(
            String caseNo, String received, String category, String location, String stage, boolean ended, Due due) {}

    @GetMapping("/projects")
    ModelAndView list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "q", required = false) String q,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        try {
            return list(unit, q, PageNumber.of(page), HttpStatus.OK);
        } catch (NotFoundException e) {
            ModelAndView all = list(null, q, 0, HttpStatus.NOT_FOUND);
            all.addObject("wrong", e.getMessage());
            return all;
        }
    }

    @PersonalData("工程")
    @GetMapping("/projects/{code}")
    ModelAndView project(
            @PathVariable("code") String code,
            @RequestParam(name = "kind", required = false) String kind,
            @RequestParam(name = "page", defaultValue = "0") String pageNumber) {
        Project project = projects.visible(code);
        EntryKind wanted = Arrays.stream(EntryKind.values())
                .filter(k -> k.name().equals(kind))
                .findFirst()
                .orElse(null);
        Instant now = clock.instant();
        ModelAndView page = new ModelAndView("project");
        page.addObject("p", ProjectDetail.of(project, calendars.current(), today()));
        page.addObject("unitName", directory.unitName(project.unit()));
        page.addObject(
                "clocks",
                project.overrides().stream()
                        .map(o -> o.type().label() + "(" + o.kind().label() + ")" + o.amount() + " "
                                + switch (o.unit()) {
                                    case HOUR -> "小时";
                                    case CALENDAR_DAY -> "天";
                                    case WORKING_DAY -> "个工作日";
                                })
                        .toList());
        page.addObject(
                "cases",
                cases.ofProject(code, CASES).stream()
                        .map(line -> new CaseRow(
                                line.repairCase().caseNo(),
                                Times.minute(line.repairCase().report().receivedAt()),
                                line.repairCase().report().category().label(),
                                line.repairCase().report().location(),
                                line.repairCase().stage().label(),
                                line.repairCase().stage().ended(),
                                Due.next(line.open(), now)))
                        .toList());
        ProjectFile.Page entries = file.page(code, wanted, PageNumber.of(pageNumber), SIZE);
        page.addObject("file", entries);
        page.addObject(
                "entries",
                entries.entries().stream()
                        .map(e -> new Entry(
                                Times.minute(e.at()),
                                e.kind().label(),
                                e.title(),
                                e.detail(),
                                e.path(),
                                e.kind() == EntryKind.PICTURE))
                        .toList());
        page.addObject("kinds", EntryKind.values());
        page.addObject("kind", wanted);
        page.addObject("starts", file.starts(project));
        page.addObject("exportable", export.permitted(project));
        return page;
    }

    /** Checks the sheet, or imports it; either way the page tells what would happen or happened. */
    @PostMapping("/projects/import")
    ModelAndView importSheet(
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(name = "dryRun", defaultValue = "true") String dryRun)
            throws IOException {
        SheetUpload<ImportReport> upload =
                SheetUpload.of(file, "工程表", content -> imports.run(content, !dryRun.equals("false")));
        ModelAndView page = list(null, null, 0, upload.status());
        upload.showOn(page);
        return page;
    }

    private ModelAndView list(@Nullable String unit, @Nullable String q, int page, HttpStatus status) {
        ProjectPage found = projects.list(unit, q, page, SIZE);
        WorkingCalendar calendar = calendars.current();
        LocalDate today = today();
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("projects", status);
        view.addObject(
                "rows",
                found.projects().stream()
                        .map(p -> new Row(
                                p.code(),
                                p.name(),
                                p.ownerName(),
                                directory.unitName(p.unit()),
                                p.managementMode().label(),
                                p.acceptedOn(),
                                p.team().managerName(),
                                p.warrantyEnd(calendar)
                                        .map(end -> ProjectDetail.End.of(end, today))
                                        .orElse(null)))
                        .toList());
        view.addObject("total", found.total());
        view.addObject("page", page);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        view.addObject("unit", unit);
        view.addObject("q", q);
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        view.addObject("mayImport", imports.permitted());
        return view;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.ZONE);
    }
}

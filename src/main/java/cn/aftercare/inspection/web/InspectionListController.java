package cn.aftercare.inspection.web;

import cn.aftercare.inspection.CheckStage;
import cn.aftercare.inspection.DrawLine;
import cn.aftercare.inspection.FindingCount;
import cn.aftercare.inspection.RectificationReport;
import cn.aftercare.inspection.ReportStatus;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.app.InspectionOverview;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /inspections}: spot checks with their findings, monthly reports, and the draws. */
@Page
class InspectionListController {

    private static final int SIZE = 25;

    private final InspectionOverview overview;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    InspectionListController(
            InspectionOverview overview,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.overview = overview;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    record CheckRow(
            String checkNo,
            String projectName,
            String unitName,
            String checkingUnit,
            String topic,
            String due,
            String stage,
            String state,
            boolean late,
            FindingCount findings) {}

    record ReportRow(
            String reportNo, String month, String unitName, String due, String status, String state, boolean late) {}

    record DrawRow(String drawNo, String topic, String unitName, String method, int drawn, int eligible, String at) {}

    @GetMapping("/inspections")
    ModelAndView list(
            @RequestParam(name = "list", required = false) String list,
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "month", required = false) String month,
            @RequestParam(name = "status", required = false) String status,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        InspectionFilter filter = new InspectionFilter(list, unit, month, status);
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("inspections");
        view.addObject("filter", filter);
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        view.addObject("statuses", filter.shown().equals("reports") ? ReportStatus.values() : CheckStage.values());
        try {
            fill(view, filter, new InspectionOverview.Filter(unit, filter.yearMonth(), PageNumber.of(page), SIZE));
        } catch (InvalidInputException e) {
            view.setStatus(HttpStatus.BAD_REQUEST);
            view.addObject("wrong", e.getMessage());
            view.addObject("rows", List.of());
            view.addObject("found", new InspectionOverview.Page<>(List.of(), 0, 0, 0));
        }
        return view;
    }

    private void fill(ModelAndView view, InspectionFilter filter, InspectionOverview.Filter narrowed) {
        switch (filter.shown()) {
            case "reports" -> {
                var found = overview.reports(narrowed, filter.code(ReportStatus.class, ReportStatus::name));
                show(view, found, found.rows().stream().map(this::row).toList());
            }
            case "draws" -> {
                var found = overview.draws(narrowed);
                show(view, found, found.rows().stream().map(this::row).toList());
            }
            default -> {
                var found = overview.checks(narrowed, filter.code(CheckStage.class, CheckStage::name));
                show(view, found, checks(found.rows()));
            }
        }
    }

    private static void show(ModelAndView view, InspectionOverview.Page<?> found, List<?> rows) {
        view.addObject("found", found);
        view.addObject("rows", rows);
    }

    private List<CheckRow> checks(List<SpotCheck> checks) {
        Map<String, String> names =
                projects
                        .findAll(checks.stream()
                                .map(SpotCheck::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, Project::name));
        Map<String, FindingCount> findings = overview.findings(checks);
        return checks.stream()
                .map(c -> row(
                        c,
                        names.getOrDefault(c.projectCode(), c.projectCode()),
                        findings.getOrDefault(c.checkNo(), FindingCount.NONE)))
                .toList();
    }

    private CheckRow row(SpotCheck c, String projectName, FindingCount findings) {
        boolean late = c.overdueAt(clock.instant()) || findings.late() > 0;
        return new CheckRow(
                c.checkNo(),
                projectName,
                directory.unitName(c.unit()),
                directory.unitName(c.checkingUnit()),
                c.topic(),
                Times.deadline(c.dueAt()),
                c.stage().label(),
                c.stage().ended() ? "off" : late ? "danger" : "stage",
                late,
                findings);
    }

    private ReportRow row(RectificationReport r) {
        boolean late = r.status().awaited() && !clock.instant().isBefore(r.currentDueAt());
        return new ReportRow(
                r.reportNo(),
                r.month().label(),
                directory.unitName(r.unit()),
                Times.deadline(r.currentDueAt()),
                r.status().label(),
                r.status().ended() ? "off" : late ? "danger" : "stage",
                r.late(clock.instant()));
    }

    private DrawRow row(DrawLine d) {
        return new DrawRow(
                d.drawNo(),
                d.topic(),
                directory.unitName(d.unit()),
                d.method().label(),
                d.drawn(),
                d.eligible(),
                Times.minute(d.drawnUpAt()));
    }
}

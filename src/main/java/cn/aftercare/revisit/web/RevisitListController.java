package cn.aftercare.revisit.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.Visit;
import cn.aftercare.revisit.app.PlanOverview;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages {@code /revisits} and {@code /revisit-plans}: who is visited when, and what no plan has. */
@Page
class RevisitListController {

    private static final int SIZE = 25;

    private final PlanOverview overview;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    RevisitListController(
            PlanOverview overview,
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

    record VisitRow(
            String visitNo,
            String projectName,
            String unitName,
            String plannedOn,
            @Nullable String dueOn,
            String channel,
            String stage,
            String state,
            boolean late) {}

    record PlanRow(
            String planNo,
            String title,
            String unitName,
            String status,
            String state,
            String compiled,
            boolean filed) {}

    record DueRow(
            String projectCode, String projectName, String unitName, String dueOn, boolean late, boolean inWarranty) {}

    @GetMapping("/revisits")
    ModelAndView visits(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "open", defaultValue = "false") boolean open,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        PlanOverview.Page<Visit> found = overview.visits(unit, open, PageNumber.of(page), SIZE);
        Map<String, String> names = projects
                .findAll(found.rows().stream().map(Visit::projectCode).toList())
                .stream()
                .collect(Collectors.toMap(Project::code, Project::name));
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
        ModelAndView view = new ModelAndView("revisits");
        view.addObject(
                "rows", found.rows().stream().map(v -> row(v, names, today)).toList());
        view.addObject("found", found);
        view.addObject("unit", unit);
        view.addObject("open", open);
        view.addObject("units", units());
        view.addObject(
                "due",
                overview.flagged(unit).stream()
                        .map(u -> new DueRow(
                                u.project().code(),
                                u.project().name(),
                                directory.unitName(u.planningUnit()),
                                u.due().day().toString(),
                                u.due().day().isBefore(today),
                                u.due().inWarranty()))
                        .toList());
        return view;
    }

    @GetMapping("/revisit-plans")
    ModelAndView plans(@RequestParam(name = "page", defaultValue = "0") String page) {
        PlanOverview.Page<RevisitPlan> found = overview.plans(PageNumber.of(page), SIZE);
        ModelAndView view = new ModelAndView("revisit-plans");
        view.addObject("found", found);
        view.addObject("rows", found.rows().stream().map(this::row).toList());
        view.addObject("units", units());
        view.addObject("year", LocalDate.ofInstant(clock.instant(), Times.ZONE).getYear());
        return view;
    }

    private List<Unit> units() {
        Actor actor = currentActor.get();
        return directory.units().stream().filter(u -> actor.maySee(u.code())).toList();
    }

    private VisitRow row(Visit v, Map<String, String> names, LocalDate today) {
        boolean late = v.course().visitedAt() == null && !v.stage().ended() && today.isAfter(v.lastDay());
        return new VisitRow(
                v.visitNo(),
                names.getOrDefault(v.projectCode(), v.projectCode()),
                directory.unitName(v.unit()),
                v.plannedOn().toString(),
                v.dueOn() == null ? null : v.dueOn().toString(),
                v.channel().label(),
                v.stage().label(),
                v.stage().ended() ? "off" : late ? "danger" : "stage",
                late);
    }

    private PlanRow row(RevisitPlan p) {
        return new PlanRow(
                p.planNo(),
                p.title(),
                directory.unitName(p.unit()),
                p.status().label(),
                RevisitPlanController.state(p.status()),
                Times.minute(p.compiledAt()),
                p.filedAt() != null);
    }
}

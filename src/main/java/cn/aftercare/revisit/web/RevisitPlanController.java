package cn.aftercare.revisit.web;

import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.StoryView;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.revisit.PlanLine;
import cn.aftercare.revisit.PlanStatus;
import cn.aftercare.revisit.RevisitPlan;
import cn.aftercare.revisit.VisitChannel;
import cn.aftercare.revisit.app.PlanEditing;
import cn.aftercare.revisit.app.PlanOverview;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /revisit-plans/{planNo}}: the lines of a plan, and their editing while it is being prepared. */
@Page
class RevisitPlanController {

    private static final int SIZE = 50;

    private final PlanOverview overview;
    private final PlanEditing editing;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;

    RevisitPlanController(
            PlanOverview overview,
            PlanEditing editing,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor) {
        this.overview = overview;
        this.editing = editing;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    /** @param typed the fields as they are, or as they were typed and refused */
    record Line(
            PlanLine line,
            String projectName,
            String ownerName,
            String state,
            Map<String, String> typed,
            @Nullable String wrong) {}

    /** What was refused: the line, 0 for a new one, and what was typed. */
    record Refused(long lineId, Map<String, String> typed, String wrong, HttpStatus status) {}

    @GetMapping("/revisit-plans/{planNo}")
    ModelAndView page(
            @PathVariable("planNo") String planNo, @RequestParam(name = "page", defaultValue = "0") String page) {
        return show(planNo, page, null);
    }

    @PostMapping("/revisit-plans/{planNo}/lines/{lineId}")
    ModelAndView change(
            @PathVariable("planNo") String planNo,
            @PathVariable("lineId") long lineId,
            @RequestParam("deed") String deed,
            @RequestParam Map<String, String> fields) {
        return done(planNo, lineId, fields, () -> {
            switch (deed) {
                case "cancel" -> editing.cancel(planNo, lineId, fields.get("reason"));
                case "restore" -> editing.restore(planNo, lineId);
                default -> editing.change(planNo, lineId, change(fields));
            }
        });
    }

    @PostMapping("/revisit-plans/{planNo}/lines")
    ModelAndView add(@PathVariable("planNo") String planNo, @RequestParam Map<String, String> fields) {
        return done(planNo, 0, fields, () -> {
            String project = fields.getOrDefault("projectCode", "").strip();
            editing.add(planNo, project, change(fields));
        });
    }

    private static PlanEditing.Change change(Map<String, String> fields) {
        LocalDate plannedOn;
        try {
            plannedOn = LocalDate.parse(fields.getOrDefault("plannedOn", ""));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException("plannedOn", "回访日期:必填,格式为 2026-01-31");
        }
        VisitChannel channel = Arrays.stream(VisitChannel.values())
                .filter(c -> c.name().equals(fields.get("channel")))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("channel", "回访方式:不在可选范围内"));
        return new PlanEditing.Change(
                plannedOn, channel, fields.get("people"), fields.get("focus"), fields.get("reason"));
    }

    private ModelAndView done(String planNo, long lineId, Map<String, String> fields, Runnable deed) {
        overview.visible(planNo);
        String page = fields.get("page");
        try {
            deed.run();
        } catch (InvalidInputException e) {
            return show(planNo, page, new Refused(lineId, fields, e.getMessage(), HttpStatus.BAD_REQUEST));
        } catch (ConflictException e) {
            return show(planNo, page, new Refused(lineId, fields, e.getMessage(), HttpStatus.CONFLICT));
        } catch (NotPermittedException e) {
            return show(planNo, page, new Refused(lineId, fields, e.getMessage(), HttpStatus.FORBIDDEN));
        }
        return new ModelAndView("redirect:/revisit-plans/" + planNo + "?page=" + PageNumber.of(page));
    }

    private ModelAndView show(String planNo, @Nullable String page, @Nullable Refused refused) {
        RevisitPlan plan = overview.visible(planNo);
        PlanOverview.Page<PlanLine> lines = overview.lines(planNo, PageNumber.of(page), SIZE);
        Map<String, Project> byCode =
                projects
                        .findAll(lines.rows().stream()
                                .map(PlanLine::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, p -> p));
        ModelAndView view = new ModelAndView("revisit-plan", refused == null ? HttpStatus.OK : refused.status());
        view.addObject("plan", plan);
        view.addObject("unitName", directory.unitName(plan.unit()));
        view.addObject("state", state(plan.status()));
        view.addObject("wrong", refused == null ? null : refused.wrong());
        view.addObject("added", refused != null && refused.lineId() == 0 ? refused.typed() : Map.of());
        view.addObject("found", lines);
        view.addObject(
                "lines",
                lines.rows().stream()
                        .map(l -> line(l, byCode.get(l.projectCode()), refused))
                        .toList());
        view.addObject("channels", VisitChannel.values());
        view.addObject(
                "may",
                plan.status() == PlanStatus.DRAFT && currentActor.get().hasRole(plan.unit(), Role.PERFORMANCE_OFFICER));
        view.addObject("story", StoryView.of(overview.story(planNo), directory));
        return view;
    }

    private static Line line(PlanLine l, Project project, @Nullable Refused refused) {
        boolean wrong = refused != null && refused.lineId() == l.id();
        Map<String, String> stored = new HashMap<>();
        stored.put("plannedOn", l.plannedOn().toString());
        stored.put("channel", l.channel().name());
        stored.put("people", l.people());
        stored.put("focus", l.focus());
        stored.put("reason", l.reason());
        return new Line(
                l,
                project.name(),
                project.ownerName(),
                switch (l.status()) {
                    case PLANNED -> "good";
                    case POSTPONED, ADDED -> "soon";
                    case CANCELLED -> "off";
                },
                wrong ? refused.typed() : stored,
                wrong ? refused.wrong() : null);
    }

    static String state(PlanStatus status) {
        return switch (status) {
            case DRAFT -> "stage";
            case SUBMITTED -> "soon";
            case APPROVED -> "good";
            case EMPTY -> "off";
        };
    }
}

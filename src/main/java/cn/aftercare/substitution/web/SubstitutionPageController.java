package cn.aftercare.substitution.web;

import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.sheet.web.SheetUpload;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import cn.aftercare.substitution.app.LeaveImport;
import cn.aftercare.substitution.app.LeaveReport;
import cn.aftercare.substitution.app.Substitutions;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /substitutions}: who is away, who stands in, from when to when. */
@Page
class SubstitutionPageController {

    private static final int SIZE = 25;

    private final Substitutions substitutions;
    private final LeaveImport imports;
    private final Directory directory;
    private final Clock clock;

    SubstitutionPageController(Substitutions substitutions, LeaveImport imports, Directory directory, Clock clock) {
        this.substitutions = substitutions;
        this.imports = imports;
        this.directory = directory;
        this.clock = clock;
    }

    record Row(
            String number,
            String unitName,
            String absent,
            String substitute,
            LocalDate firstDay,
            LocalDate lastDay,
            String reason,
            String status,
            String state,
            String told,
            @Nullable String end) {}

    /** The people of a unit to choose from. */
    record Choice(Unit unit, List<Person> absent, List<Person> substitutes) {}

    @GetMapping("/substitutions")
    ModelAndView list(
            @RequestParam(name = "page", defaultValue = "0") String page,
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "done", required = false) String done) {
        ModelAndView view = show(HttpStatus.OK, PageNumber.of(page), unit);
        view.addObject("done", done(done));
        view.addObject("values", Map.of());
        return view;
    }

    @PostMapping("/substitutions")
    ModelAndView record(@RequestParam Map<String, String> fields) {
        try {
            substitutions.record(new Substitutions.Draft(
                    fields.get("unit"),
                    fields.get("absent"),
                    fields.get("substitute"),
                    fields.get("firstDay"),
                    fields.get("lastDay"),
                    fields.get("reason")));
            return new ModelAndView("redirect:/substitutions?done=recorded");
        } catch (InvalidInputException e) {
            ModelAndView view = refused(HttpStatus.BAD_REQUEST, fields);
            view.addObject(
                    "errors", e.errors().stream().map(FieldError::message).toList());
            return view;
        } catch (NotPermittedException e) {
            ModelAndView view = refused(HttpStatus.FORBIDDEN, fields);
            view.addObject("errors", List.of(e.getMessage()));
            return view;
        }
    }

    /** Checks the sheet, or imports it; either way the page tells what would happen or happened. */
    @PostMapping("/substitutions/import")
    ModelAndView importSheet(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "dryRun", defaultValue = "true") String dryRun)
            throws IOException {
        SheetUpload<LeaveReport> upload =
                SheetUpload.of(file, "休假表", content -> imports.run(content, !dryRun.equals("false")));
        ModelAndView view = refused(upload.status(), Map.of());
        upload.showOn(view);
        if (upload.status() == HttpStatus.FORBIDDEN && upload.wrong() != null) {
            view.addObject("errors", List.of(upload.wrong()));
        }
        return view;
    }

    @PostMapping("/substitutions/{number}/end")
    ModelAndView end(@PathVariable("number") String number) {
        try {
            substitutions.end(number);
            return new ModelAndView("redirect:/substitutions?done=ended");
        } catch (ConflictException e) {
            ModelAndView view = refused(HttpStatus.CONFLICT, Map.of());
            view.addObject("errors", List.of(e.getMessage()));
            return view;
        }
    }

    private ModelAndView refused(HttpStatus status, Map<String, String> fields) {
        ModelAndView view = show(status, 0, fields.get("unit"));
        view.addObject("values", fields);
        return view;
    }

    private ModelAndView show(HttpStatus status, int page, @Nullable String unit) {
        ModelAndView view = new ModelAndView("substitutions", status);
        Substitutions.Page found = substitutions.page(page, SIZE);
        view.addObject("rows", found.rows().stream().map(this::row).toList());
        view.addObject("total", found.total());
        view.addObject("page", page);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        List<Unit> units = substitutions.units();
        view.addObject("units", units);
        view.addObject(
                "choice",
                units.stream()
                        .filter(u -> u.code().equals(unit))
                        .findFirst()
                        .or(() -> units.stream().findFirst())
                        .map(u -> new Choice(u, substitutions.mayBeAway(u), directory.staff(u)))
                        .orElse(null));
        view.addObject("today", LocalDate.ofInstant(clock.instant(), Times.ZONE));
        return view;
    }

    private Row row(Substitution s) {
        return new Row(
                s.number(),
                directory.unitName(s.unit()),
                directory.displayName(s.absent()),
                directory.displayName(s.substitute()),
                s.firstDay(),
                s.lastDay(),
                s.reason(),
                s.status().label(),
                state(s.status()),
                told(s),
                substitutions.mayEnd(s) ? s.status() == SubstitutionStatus.PLANNED ? "撤销" : "提前结束" : null);
    }

    private String told(Substitution s) {
        String recorded = directory.displayName(s.recorded().by()) + " 登记于 "
                + Times.minute(s.recorded().at());
        return s.endedBy() == null
                ? recorded
                : recorded + ";" + directory.displayName(s.endedBy()) + " 于 " + Times.minute(s.endedAt())
                        + (s.status() == SubstitutionStatus.WITHDRAWN ? " 撤销" : " 提前结束");
    }

    private static String state(SubstitutionStatus status) {
        return switch (status) {
            case PLANNED -> "calm";
            case ACTIVE -> "good";
            case ENDED, WITHDRAWN -> "off";
        };
    }

    private static @Nullable String done(@Nullable String done) {
        return done == null
                ? null
                : switch (done) {
                    case "recorded" -> "已登记。休假首日零点起,岗位和待办任务移交替岗人;首日已到的,稍后即移交。";
                    case "ended" -> "已结束,岗位和未办完的任务已收回。";
                    default -> null;
                };
    }
}

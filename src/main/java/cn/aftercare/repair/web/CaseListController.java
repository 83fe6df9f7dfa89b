package cn.aftercare.repair.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Unit;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.repair.Stage;
import cn.aftercare.repair.app.CaseOverview;
import cn.aftercare.repair.app.RepairCases.Query;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /cases}: are we late anywhere, and the cases behind the answer. */
@Page
class CaseListController {

    private static final int SIZE = 25;
    private static final int MAX_PAGE = 100_000;
    private static final String RUNNING = "RUNNING";
    private static final String ENDED = "ENDED";
    private static final String ALL = "ALL";

    private final CaseOverview overview;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    CaseListController(CaseOverview overview, Directory directory, CurrentActor currentActor, Clock clock) {
        this.overview = overview;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * What the page is narrowed to, as the form writes it.
     *
     * @param stage a stage, or RUNNING, ENDED, ALL
     * @param sort {@code due}: what is due first comes first; {@code new}: the newest notice
     */
    record Filter(
            @Nullable String unit,
            String stage,
            @Nullable String from,
            @Nullable String to,
            @Nullable String q,
            boolean late,
            String sort) {}

    record Choice(String value, String label) {}

    @GetMapping("/cases")
    ModelAndView list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "stage", defaultValue = RUNNING) String stage,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "q", required = false) String q,
            @RequestParam(name = "late", defaultValue = "false") String late,
            @RequestParam(name = "sort", defaultValue = "due") String sort,
            @RequestParam(name = "page", defaultValue = "0") String page,
            Model model) {
        Filter filter = new Filter(unit, stage, from, to, q, late.equals("true"), sort.equals("new") ? "new" : "due");
        HttpStatus status = HttpStatus.OK;
        CaseListPage shown = new CaseListPage(List.of(), 0, 0, 0);
        try {
            shown = find(filter, Math.min(PageNumber.of(page), MAX_PAGE));
        } catch (InvalidInputException e) {
            status = HttpStatus.BAD_REQUEST;
            model.addAttribute("wrong", e.getMessage());
        } catch (NotFoundException e) {
            status = HttpStatus.NOT_FOUND;
            model.addAttribute("wrong", e.getMessage());
        }
        Actor actor = currentActor.get();
        model.addAttribute("list", shown);
        model.addAttribute("filter", filter);
        model.addAttribute("loads", overview.loads());
        model.addAttribute(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        model.addAttribute("stages", stages());
        return new ModelAndView("cases", model.asMap(), status);
    }

    private CaseListPage find(Filter f, int page) {
        Query query = new Query(f.unit(), stages(f.stage()), day("起始日期", f.from()), day("截止日期", f.to()), f.q());
        CaseOverview.Page found = overview.list(query, f.late(), f.sort().equals("due"), page, SIZE);
        Instant now = clock.instant();
        List<Unit> units = directory.units();
        return new CaseListPage(
                found.lines().stream()
                        .map(line -> CaseListPage.row(line, units, now))
                        .toList(),
                found.total(),
                page,
                (int) ((found.total() + SIZE - 1) / SIZE));
    }

    private static List<Choice> stages() {
        List<Choice> choices = new java.util.ArrayList<>(
                List.of(new Choice(RUNNING, "进行中"), new Choice(ALL, "全部"), new Choice(ENDED, "已结束")));
        Arrays.stream(Stage.values()).map(s -> new Choice(s.name(), s.label())).forEach(choices::add);
        return choices;
    }

    private static @Nullable Set<Stage> stages(String code) {
        if (code.equals(ALL) || code.isBlank()) {
            return null;
        }
        Set<Stage> stages = EnumSet.allOf(Stage.class).stream()
                .filter(s -> code.equals(RUNNING)
                        ? !s.ended()
                        : code.equals(ENDED) ? s.ended() : s.name().equals(code))
                .collect(Collectors.toSet());
        if (stages.isEmpty()) {
            throw new InvalidInputException("stage", "阶段:没有阶段“" + code + "”");
        }
        return stages;
    }

    private static @Nullable LocalDate day(String label, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(value.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9999) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // reported below
        }
        throw new InvalidInputException("day", label + ":“" + value + "”不是日期(应为 2026-01-01 的写法)");
    }
}

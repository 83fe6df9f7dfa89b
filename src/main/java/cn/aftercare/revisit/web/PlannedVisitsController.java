package cn.aftercare.revisit.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.revisit.Fulfilment;
import cn.aftercare.revisit.HalfYear;
import cn.aftercare.revisit.PlannedVisit;
import cn.aftercare.revisit.app.PlanFigures;
import cn.aftercare.revisit.app.PlanOverview;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /revisit-plans/lines}: the visits planned for a half-year, and what became of them. */
@Page
class PlannedVisitsController {

    private static final int SIZE = 25;
    private static final String POSTPONED = "POSTPONED";

    private final PlanFigures figures;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    PlannedVisitsController(PlanFigures figures, Directory directory, CurrentActor currentActor, Clock clock) {
        this.figures = figures;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /**
     * What the page is narrowed to, as the address writes it.
     *
     * @param half such as 2026H1
     * @param state a {@link Fulfilment} or POSTPONED
     */
    record Filter(
            @Nullable String unit, String half, @Nullable String state) {}

    record Choice(String value, String label) {}

    record Row(PlannedVisit line, String unitName, String mark) {}

    @GetMapping("/revisit-plans/lines")
    ModelAndView lines(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "half", required = false) String half,
            @RequestParam(name = "state", required = false) String state,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        HalfYear now = HalfYear.of(LocalDate.ofInstant(clock.instant(), Times.ZONE));
        Filter filter = new Filter(unit, half == null || half.isBlank() ? now.code() : half, state);
        PlanOverview.Page<PlannedVisit> found = new PlanOverview.Page<>(List.of(), 0, 0, 0);
        HttpStatus status = HttpStatus.OK;
        String wrong = null;
        try {
            found = find(filter, PageNumber.of(page));
        } catch (InvalidInputException e) {
            status = HttpStatus.BAD_REQUEST;
            wrong = e.getMessage();
        } catch (NotFoundException e) {
            status = HttpStatus.NOT_FOUND;
            wrong = e.getMessage();
        }
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("revisit-plan-lines", status);
        view.addObject("wrong", wrong);
        view.addObject("found", found);
        view.addObject("rows", found.rows().stream().map(this::row).toList());
        view.addObject("filter", filter);
        view.addObject("halves", halves(now));
        view.addObject("states", states());
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        return view;
    }

    private PlanOverview.Page<PlannedVisit> find(Filter f, int page) {
        boolean postponed = POSTPONED.equals(f.state());
        return figures.lines(f.unit(), half(f.half()), postponed ? null : fulfilment(f.state()), postponed, page, SIZE);
    }

    private static HalfYear half(String code) {
        try {
            return HalfYear.parse(code);
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException("half", "半年度:“" + code + "”不是半年度(应为 2026H1 的写法)");
        }
    }

    private static @Nullable Fulfilment fulfilment(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return Arrays.stream(Fulfilment.values())
                .filter(f -> f.name().equals(code))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("state", "执行情况:没有“" + code + "”"));
    }

    private Row row(PlannedVisit line) {
        return new Row(
                line,
                directory.unitName(line.unit()),
                switch (line.fulfilment()) {
                    case VISITED -> "good";
                    case LATE -> "danger";
                    case OPEN -> "stage";
                    case CANCELLED -> "off";
                });
    }

    /** The next half-year, this one and those of the last years. */
    private static List<Choice> halves(HalfYear now) {
        return Stream.iterate(now.next(), HalfYear::previous)
                .limit(8)
                .map(h -> new Choice(h.code(), h.label()))
                .toList();
    }

    private static List<Choice> states() {
        return Stream.concat(
                        Arrays.stream(Fulfilment.values()).map(f -> new Choice(f.name(), f.label())),
                        Stream.of(new Choice(POSTPONED, "改期")))
                .toList();
    }
}

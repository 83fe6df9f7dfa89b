package cn.aftercare.consultation.web;

import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationKind;
import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.consultation.app.Consultations;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /consultations}. */
@Page
class ConsultationListController {

    private static final int SIZE = 25;

    private final Consultations consultations;
    private final ProjectService projects;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    ConsultationListController(
            Consultations consultations,
            ProjectService projects,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.consultations = consultations;
        this.projects = projects;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    record Row(Consultation c, String received, String due, String projectName, String unitName, boolean late) {}

    /** What the list is narrowed to, as the address writes it. */
    record Narrowed(
            @Nullable String unit,
            @Nullable String kind,
            @Nullable String stage,
            @Nullable String from,
            @Nullable String to) {

        /** @throws InvalidInputException naming the field */
        Consultations.Filter filter() {
            return new Consultations.Filter(
                    unit,
                    code(ConsultationKind.class, "kind", "类别", kind),
                    code(ConsultationStage.class, "stage", "状态", stage),
                    Times.day("from", "接到自", from),
                    Times.day("to", "接到至", to));
        }

        private static <E extends Enum<E>> @Nullable E code(
                Class<E> type, String field, String label, @Nullable String code) {
            return code == null || code.isBlank()
                    ? null
                    : Arrays.stream(type.getEnumConstants())
                            .filter(e -> e.name().equals(code))
                            .findFirst()
                            .orElseThrow(
                                    () -> new InvalidInputException(field, label + ":没有" + label + "“" + code + "”"));
        }
    }

    @GetMapping("/consultations")
    ModelAndView list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "kind", required = false) String kind,
            @RequestParam(name = "stage", required = false) String stage,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        Narrowed narrowed = new Narrowed(unit, kind, stage, from, to);
        int number = PageNumber.of(page);
        Consultations.Listed found = new Consultations.Listed(List.of(), 0);
        HttpStatus answer = HttpStatus.OK;
        String wrong = null;
        try {
            found = consultations.list(narrowed.filter(), number, SIZE);
        } catch (InvalidInputException e) {
            answer = HttpStatus.BAD_REQUEST;
            wrong = e.getMessage();
        } catch (NotFoundException e) {
            answer = HttpStatus.NOT_FOUND;
            wrong = e.getMessage();
        }
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("consultations", answer);
        view.addObject("wrong", wrong);
        view.addObject("rows", rows(found.rows()));
        view.addObject("total", found.total());
        view.addObject("page", number);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        view.addObject("filter", narrowed);
        view.addObject("kinds", ConsultationKind.values());
        view.addObject("stages", ConsultationStage.values());
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        return view;
    }

    private List<Row> rows(List<Consultation> found) {
        Map<String, String> names =
                projects
                        .findAll(found.stream()
                                .map(c -> c.question().projectCode())
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, Project::name));
        return found.stream()
                .map(c -> new Row(
                        c,
                        Times.minute(c.question().receivedAt()),
                        Times.deadline(c.dueAt()),
                        names.getOrDefault(
                                c.question().projectCode(), c.question().projectCode()),
                        directory.unitName(c.unit()),
                        c.lateAt(clock.instant())))
                .toList();
    }
}

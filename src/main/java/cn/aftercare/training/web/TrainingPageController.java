package cn.aftercare.training.web;

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
import cn.aftercare.record.web.DossierPages;
import cn.aftercare.record.web.Uploads;
import cn.aftercare.training.Training;
import cn.aftercare.training.TrainingRound;
import cn.aftercare.training.TrainingStage;
import cn.aftercare.training.app.TrainingStory;
import cn.aftercare.training.app.Trainings;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The pages {@code /training} and {@code /training/PX-…}. */
@Page
class TrainingPageController {

    private static final int SIZE = 25;

    private final Trainings trainings;
    private final TrainingStory story;
    private final ProjectService projects;
    private final DossierPages dossiers;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    TrainingPageController(
            Trainings trainings,
            TrainingStory story,
            ProjectService projects,
            DossierPages dossiers,
            Directory directory,
            CurrentActor currentActor,
            Clock clock) {
        this.trainings = trainings;
        this.story = story;
        this.projects = projects;
        this.dossiers = dossiers;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    record Row(Training t, String projectName, String unitName, String due, boolean late) {}

    record Round(TrainingRound r, String trainer) {}

    @GetMapping("/training")
    ModelAndView list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "stage", required = false) String stage,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        int number = PageNumber.of(page);
        Trainings.Listed found = new Trainings.Listed(List.of(), 0);
        HttpStatus answer = HttpStatus.OK;
        String wrong = null;
        try {
            found = trainings.list(unit, stage(stage), number, SIZE);
        } catch (InvalidInputException e) {
            answer = HttpStatus.BAD_REQUEST;
            wrong = e.getMessage();
        } catch (NotFoundException e) {
            answer = HttpStatus.NOT_FOUND;
            wrong = e.getMessage();
        }
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("trainings", answer);
        view.addObject("wrong", wrong);
        view.addObject("rows", rows(found.rows()));
        view.addObject("total", found.total());
        view.addObject("page", number);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        view.addObject("unit", unit);
        view.addObject("stage", stage);
        view.addObject("stages", TrainingStage.values());
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        return view;
    }

    private static @Nullable TrainingStage stage(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : Arrays.stream(TrainingStage.values())
                        .filter(s -> s.name().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException("stage", "状态:没有状态“" + code + "”"));
    }

    private List<Row> rows(List<Training> found) {
        Map<String, String> names =
                projects
                        .findAll(found.stream()
                                .map(Training::projectCode)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Project::code, Project::name));
        return found.stream()
                .map(t -> new Row(
                        t,
                        names.getOrDefault(t.projectCode(), t.projectCode()),
                        directory.unitName(t.unit()),
                        Times.deadline(t.dueAt()),
                        t.lateAt(clock.instant())))
                .toList();
    }

    @GetMapping("/training/{number:PX-.+}")
    ModelAndView page(@PathVariable("number") String number) {
        return show(trainings.visible(number), HttpStatus.OK);
    }

    @PostMapping("/training/{number:PX-.+}/attachments")
    ModelAndView upload(
            @PathVariable("number") String number,
            @RequestParam(name = "purpose", required = false) String purpose,
            @RequestParam(name = "file", required = false) List<MultipartFile> files)
            throws IOException {
        Training training = trainings.visible(number);
        return dossiers.upload(number, purpose, files, "/training/" + number, status -> show(training, status));
    }

    private ModelAndView show(Training t, HttpStatus status) {
        String number = t.number();
        ModelAndView view = new ModelAndView("training", status);
        view.addObject("t", t);
        view.addObject("project", projects.find(t.projectCode()).orElseThrow());
        view.addObject("unitName", directory.unitName(t.unit()));
        view.addObject("due", Times.deadline(t.dueAt()));
        view.addObject("late", t.lateAt(clock.instant()));
        view.addObject(
                "rounds",
                trainings.rounds(number).stream()
                        .map(r -> new Round(r, directory.displayName(r.trainer())))
                        .toList());
        view.addObject("courses", trainings.courses(number));
        view.addObject("attendees", trainings.attendees(number));
        view.addObject("scores", trainings.scores(number));
        dossiers.show(view, number, Uploads.purposesOfTraining(t.stage().ended()), story.of(number));
        return view;
    }
}

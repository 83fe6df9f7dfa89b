package cn.aftercare.training.web;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.training.Qualification;
import cn.aftercare.training.TrainingSubject;
import cn.aftercare.training.app.TrainerQualifications;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /training/trainers}: who may teach what; headquarters keeps it. */
@Page
class TrainerPageController {

    private static final String BACK = "redirect:/training/trainers";

    private final TrainerQualifications qualifications;
    private final Directory directory;
    private final Clock clock;

    TrainerPageController(TrainerQualifications qualifications, Directory directory, Clock clock) {
        this.qualifications = qualifications;
        this.directory = directory;
        this.clock = clock;
    }

    record Row(Qualification q, String name, boolean expired) {}

    @GetMapping("/training/trainers")
    ModelAndView page() {
        return show(HttpStatus.OK, List.of(), Map.of());
    }

    @PostMapping("/training/trainers")
    ModelAndView save(@RequestParam Map<String, String> typed) {
        try {
            qualifications.save(
                    typed.get("person"),
                    Arrays.stream(TrainingSubject.values())
                            .filter(s -> s.name().equals(typed.get("subject")))
                            .findFirst()
                            .orElse(null),
                    typed.get("certificateNo"),
                    Times.day("validUntil", "有效期至", typed.get("validUntil")));
            return new ModelAndView(BACK);
        } catch (InvalidInputException e) {
            return show(
                    HttpStatus.BAD_REQUEST,
                    e.errors().stream().map(FieldError::message).toList(),
                    typed);
        }
    }

    @PostMapping("/training/trainers/{id:\\d{1,18}}/remove")
    ModelAndView remove(@PathVariable("id") long id) {
        qualifications.remove(id);
        return new ModelAndView(BACK);
    }

    private ModelAndView show(HttpStatus status, List<String> wrong, Map<String, String> typed) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Times.ZONE);
        ModelAndView view = new ModelAndView("trainers", status);
        view.addObject(
                "rows",
                qualifications.all().stream()
                        .map(q -> new Row(q, directory.displayName(q.person()), today.isAfter(q.validUntil())))
                        .toList());
        view.addObject("keeper", qualifications.mayKeep());
        view.addObject("trainers", qualifications.trainers());
        view.addObject("subjects", TrainingSubject.values());
        view.addObject("wrong", wrong);
        view.addObject("typed", typed);
        return view;
    }
}

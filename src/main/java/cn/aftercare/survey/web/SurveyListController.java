package cn.aftercare.survey.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.platform.web.YearNumber;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.survey.SurveyLine;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.app.SurveyFigures;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /surveys}: whom we asked, who has answered, and how satisfied they are. */
@Page
class SurveyListController {

    private static final int SIZE = 25;

    private final SurveyFigures figures;
    private final Directory directory;
    private final CurrentActor currentActor;

    SurveyListController(SurveyFigures figures, Directory directory, CurrentActor currentActor) {
        this.figures = figures;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    record Row(
            String surveyNo,
            String opened,
            int year,
            String unitName,
            String projectCode,
            String projectName,
            @Nullable String dossierNo,
            String status,
            String state,
            String how,
            @Nullable BigDecimal total) {}

    @GetMapping("/surveys")
    ModelAndView list(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "year", required = false) String year,
            @RequestParam(name = "status", required = false) String status,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        int number = PageNumber.of(page);
        SurveyFigures.Page found = new SurveyFigures.Page(List.of(), 0);
        HttpStatus answer = HttpStatus.OK;
        String wrong = null;
        try {
            found = figures.list(
                    unit,
                    YearNumber.of(year),
                    SurveyFilter.status(status),
                    Times.day("from", "填写自", from),
                    Times.day("to", "填写至", to),
                    number,
                    SIZE);
        } catch (InvalidInputException e) {
            answer = HttpStatus.BAD_REQUEST;
            wrong = e.getMessage();
        } catch (NotFoundException e) {
            answer = HttpStatus.NOT_FOUND;
            wrong = e.getMessage();
        }
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("surveys", answer);
        view.addObject("wrong", wrong);
        view.addObject("rows", found.lines().stream().map(this::row).toList());
        view.addObject("total", found.total());
        view.addObject("page", number);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        view.addObject("filter", new SurveyFilter(unit, year, status, from, to));
        view.addObject("statuses", SurveyStatus.values());
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        return view;
    }

    private Row row(SurveyLine line) {
        return new Row(
                line.surveyNo(),
                Times.minute(line.openedAt()),
                line.year(),
                directory.unitName(line.unit()),
                line.projectCode(),
                line.projectName(),
                line.dossierNo(),
                line.status().label(),
                SurveyPageController.state(line.status()),
                line.source() == null ? "" : line.source().label() + " " + line.filledOn(),
                line.total());
    }
}

package cn.aftercare.quality.web;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.Times;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import cn.aftercare.quality.app.QualityList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /quality}: quality information and where it stands. */
@Page
class QualityListController {

    private static final int SIZE = 25;

    private final QualityList list;
    private final Directory directory;
    private final CurrentActor currentActor;

    QualityListController(QualityList list, Directory directory, CurrentActor currentActor) {
        this.list = list;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    record Row(
            String itemNo,
            String raised,
            String projectCode,
            String projectName,
            String unitName,
            String source,
            String content,
            @Nullable String grade,
            boolean major,
            String state,
            boolean ended) {}

    @GetMapping("/quality")
    ModelAndView page(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "grade", required = false) String grade,
            @RequestParam(name = "source", required = false) String source,
            @RequestParam(name = "state", required = false) String state,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        QualityFilter filter = new QualityFilter(unit, grade, source, state);
        int number = PageNumber.of(page);
        QualityList.Found found = new QualityList.Found(List.of(), 0);
        HttpStatus answer = HttpStatus.OK;
        String wrong = null;
        try {
            found = list.page(unit, filter.gradeCode(), filter.sourceCode(), filter.stateCode(), number, SIZE);
        } catch (InvalidInputException e) {
            answer = HttpStatus.BAD_REQUEST;
            wrong = e.getMessage();
        } catch (NotFoundException e) {
            answer = HttpStatus.NOT_FOUND;
            wrong = e.getMessage();
        }
        Actor actor = currentActor.get();
        ModelAndView view = new ModelAndView("quality-items", answer);
        view.addObject("wrong", wrong);
        view.addObject("rows", found.lines().stream().map(this::row).toList());
        view.addObject("total", found.total());
        view.addObject("page", number);
        view.addObject("pages", (found.total() + SIZE - 1) / SIZE);
        view.addObject("filter", filter);
        view.addObject("grades", QualityGrade.values());
        view.addObject("sources", QualitySource.values());
        view.addObject("states", QualityState.values());
        view.addObject(
                "units",
                directory.units().stream().filter(u -> actor.maySee(u.code())).toList());
        return view;
    }

    private Row row(QualityList.Line line) {
        QualityItem item = line.item();
        return new Row(
                item.itemNo(),
                Times.minute(item.raisedAt()),
                line.project().code(),
                line.project().name(),
                directory.unitName(item.unit()),
                item.source().label(),
                item.content(),
                item.grade() == null ? null : item.grade().label(),
                item.grade() == QualityGrade.MAJOR,
                item.state().label(),
                item.state().ended());
    }
}

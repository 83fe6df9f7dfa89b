package cn.aftercare.inspection.web;

import cn.aftercare.inspection.DrawMethod;
import cn.aftercare.inspection.RandomDraw;
import cn.aftercare.inspection.SpotCheck;
import cn.aftercare.inspection.SpotDraw;
import cn.aftercare.inspection.app.InspectionStory;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.inspection.app.SpotDraws;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import cn.aftercare.platform.web.StoryView;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /inspections/CCPC-…}: what was drawn from, the seed, the draw made again, and its checks. */
@Page
class SpotDrawController {

    private static final int SIZE = 50;

    /** So many digits of a lot tell it from the others. */
    private static final int LOT = 16;

    private final SpotDraws draws;
    private final SpotChecks checks;
    private final InspectionStory story;
    private final ProjectService projects;
    private final Directory directory;

    SpotDrawController(
            SpotDraws draws, SpotChecks checks, InspectionStory story, ProjectService projects, Directory directory) {
        this.draws = draws;
        this.checks = checks;
        this.story = story;
        this.projects = projects;
        this.directory = directory;
    }

    /** @param rank from 1, in the order of the lots */
    record Lot(
            int rank,
            String lot,
            String code,
            String name,
            @Nullable String checkNo) {}

    record CheckRow(String checkNo, String projectName, String unitName, String stage, String state) {}

    @GetMapping("/inspections/{drawNo:CCPC-.+}")
    ModelAndView page(
            @PathVariable("drawNo") String drawNo, @RequestParam(name = "page", defaultValue = "0") String page) {
        SpotDraw draw = draws.visible(drawNo);
        List<SpotCheck> ordered = checks.ofDraw(drawNo);
        ModelAndView view = new ModelAndView("inspection-draw");
        view.addObject("d", draw);
        view.addObject("random", draw.method() == DrawMethod.RANDOM);
        view.addObject("unitName", directory.unitName(draw.unit()));
        view.addObject("by", directory.displayName(draw.drawnUpBy()));
        view.addObject("at", Times.minute(draw.drawnUpAt()));
        view.addObject("due", Times.deadline(draw.dueAt()));
        view.addObject("checks", rows(ordered));
        view.addObject("story", StoryView.of(story.of(drawNo), directory));
        if (draw.method() == DrawMethod.RANDOM) {
            int number = PageNumber.of(page);
            view.addObject("reproduced", draw.reproduced());
            view.addObject("lots", lots(draw.random(), ordered, number));
            view.addObject("page", number);
            view.addObject("pages", (draw.eligible().size() + SIZE - 1) / SIZE);
        }
        return view;
    }

    private List<CheckRow> rows(List<SpotCheck> ordered) {
        Map<String, Project> byCode =
                named(ordered.stream().map(SpotCheck::projectCode).toList());
        return ordered.stream()
                .map(c -> new CheckRow(
                        c.checkNo(),
                        byCode.get(c.projectCode()).name(),
                        directory.unitName(c.unit()),
                        c.stage().label(),
                        c.stage().ended() ? "off" : "stage"))
                .toList();
    }

    private List<Lot> lots(RandomDraw draw, List<SpotCheck> ordered, int page) {
        List<String> order = draw.order();
        int from = Math.min(page * SIZE, order.size());
        List<String> shown = order.subList(from, Math.min(from + SIZE, order.size()));
        Map<String, Project> byCode = named(shown);
        Map<String, String> checkOf =
                ordered.stream().collect(Collectors.toMap(SpotCheck::projectCode, SpotCheck::checkNo));
        List<Lot> lots = new ArrayList<>();
        for (String code : shown) {
            lots.add(new Lot(
                    from + lots.size() + 1,
                    draw.lot(code).substring(0, LOT),
                    code,
                    byCode.get(code).name(),
                    checkOf.get(code)));
        }
        return lots;
    }

    private Map<String, Project> named(List<String> codes) {
        return projects.findAll(codes).stream().collect(Collectors.toMap(Project::code, Function.identity()));
    }
}

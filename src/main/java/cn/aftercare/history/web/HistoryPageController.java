package cn.aftercare.history.web;

import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.history.History;
import cn.aftercare.history.app.Histories;
import cn.aftercare.history.web.HistoryPage.Choice;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Page;
import cn.aftercare.platform.web.PageNumber;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The pages {@code /cases/{caseNo}/history} and {@code /revisits/{visitNo}/history}: who did what when. */
@Page
class HistoryPageController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private final Histories histories;
    private final Directory directory;
    private final Clock clock;

    HistoryPageController(Histories histories, Directory directory, Clock clock) {
        this.histories = histories;
        this.directory = directory;
        this.clock = clock;
    }

    @PersonalData("办理经过")
    @GetMapping("/cases/{caseNo}/history")
    ModelAndView ofCase(
            @PathVariable("caseNo") String caseNo,
            @RequestParam(name = "all", defaultValue = "false") String all,
            @RequestParam(name = "flow", required = false) String flow,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        return page(histories.ofCase(caseNo), "/cases/" + caseNo, "cases", all, flow, page);
    }

    @PersonalData("办理经过")
    @GetMapping("/revisits/{visitNo}/history")
    ModelAndView ofVisit(
            @PathVariable("visitNo") String visitNo,
            @RequestParam(name = "all", defaultValue = "false") String all,
            @RequestParam(name = "flow", required = false) String flow,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        return page(histories.ofVisit(visitNo), "/revisits/" + visitNo, "revisits", all, flow, page);
    }

    @GetMapping("/cases/{caseNo}/history/{flow}/diagram.svg")
    ResponseEntity<String> pictureOfCase(@PathVariable("caseNo") String caseNo, @PathVariable("flow") String flow) {
        return picture(histories.pictureOfCase(caseNo, flow));
    }

    @GetMapping("/revisits/{visitNo}/history/{flow}/diagram.svg")
    ResponseEntity<String> pictureOfVisit(@PathVariable("visitNo") String visitNo, @PathVariable("flow") String flow) {
        return picture(histories.pictureOfVisit(visitNo, flow));
    }

    private ModelAndView page(
            History history, String dossier, String section, String all, @Nullable String flow, String page) {
        Choice choice = new Choice(all.equals("true"), flow == null || flow.isBlank() ? null : flow);
        ModelAndView view = new ModelAndView("history");
        view.addObject("history", HistoryPage.of(history, choice, PageNumber.of(page), directory, clock.instant()));
        view.addObject("dossier", dossier);
        view.addObject("section", section);
        view.addObject("all", choice.all());
        view.addObject("flow", choice.courseId());
        return view;
    }

    private static ResponseEntity<String> picture(String svg) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(svg);
    }
}

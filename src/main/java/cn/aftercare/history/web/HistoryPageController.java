package cn.aftercare.history.web;

import cn.aftercare.audit.web.PersonalData;
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

/** The pages {@code /cases/{caseNo}/history}, {@code /quality/{itemNo}/history} and so on: who did what when. */
@Page
class HistoryPageController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml;charset=UTF-8");

    private static final String KINDS =
            "/{kind:cases|revisits|inspections|quality|training|consultations|handovers|year-surveys}";

    private final Histories histories;
    private final Directory directory;
    private final Clock clock;

    HistoryPageController(Histories histories, Directory directory, Clock clock) {
        this.histories = histories;
        this.directory = directory;
        this.clock = clock;
    }

    @PersonalData("办理经过")
    @GetMapping(KINDS + "/{number}/history")
    ModelAndView page(
            @PathVariable("kind") String kind,
            @PathVariable("number") String number,
            @RequestParam(name = "all", defaultValue = "false") String all,
            @RequestParam(name = "flow", required = false) @Nullable String flow,
            @RequestParam(name = "page", defaultValue = "0") String page) {
        Choice choice = new Choice(all.equals("true"), flow == null || flow.isBlank() ? null : flow);
        Histories.Told told = histories.of(kind, number);
        ModelAndView view = new ModelAndView("history");
        view.addObject(
                "history", HistoryPage.of(told.history(), choice, PageNumber.of(page), directory, clock.instant()));
        view.addObject("dossier", "/" + kind + "/" + told.history().dossierNo());
        view.addObject("home", told.page());
        view.addObject("kind", told.kind());
        view.addObject("section", told.section());
        view.addObject("all", choice.all());
        view.addObject("flow", choice.courseId());
        return view;
    }

    @GetMapping(KINDS + "/{number}/history/{flow}/diagram.svg")
    ResponseEntity<String> picture(
            @PathVariable("kind") String kind,
            @PathVariable("number") String number,
            @PathVariable("flow") String flow) {
        return picture(histories.picture(kind, number, flow));
    }

    private static ResponseEntity<String> picture(String svg) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .cacheControl(CacheControl.noStore())
                .body(svg);
    }
}

package cn.aftercare.search.web;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.web.PersonalData;
import cn.aftercare.platform.web.Page;
import cn.aftercare.search.Hit;
import cn.aftercare.search.app.Search;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page {@code /search}, and what its field offers while somebody types. */
@Page
class SearchController {

    private static final int WHILE_TYPING = 5;
    private static final int ON_PAGE = 50;

    private final Search search;

    SearchController(Search search) {
        this.search = search;
    }

    @PersonalData(value = "搜索", kind = AuditKind.SEARCH)
    @GetMapping("/search")
    ModelAndView page(@RequestParam(name = "q", required = false) String q) {
        ModelAndView page = new ModelAndView("search");
        page.addObject("q", q == null ? "" : q);
        page.addObject("hits", search.find(q, ON_PAGE));
        page.addObject("most", ON_PAGE);
        return page;
    }

    @PersonalData(value = "搜索", kind = AuditKind.SEARCH)
    @GetMapping("/api/search")
    ResponseEntity<List<Hit>> hits(@RequestParam(name = "q", required = false) String q) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(search.find(q, WHILE_TYPING));
    }
}

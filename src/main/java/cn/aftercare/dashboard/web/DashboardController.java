package cn.aftercare.dashboard.web;

import cn.aftercare.dashboard.app.Dashboard;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Times;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The managers' picture as data, for the page and for Cockpit. */
@RestController
class DashboardController {

    private final Dashboard dashboard;
    private final Directory directory;
    private final CurrentActor currentActor;

    DashboardController(Dashboard dashboard, Directory directory, CurrentActor currentActor) {
        this.dashboard = dashboard;
        this.directory = directory;
        this.currentActor = currentActor;
    }

    /** Days inclusive; without them the twelve months until today. */
    @GetMapping("/api/dashboard")
    ResponseEntity<DashboardView> picture(
            @RequestParam(name = "unit", required = false) String unit,
            @RequestParam(name = "from", required = false) String from,
            @RequestParam(name = "to", required = false) String to) {
        Actor actor = currentActor.get();
        DashboardTables tables = new DashboardTables(
                dashboard.of(unit, Times.day("from", "日期(from)", from), Times.day("to", "日期(to)", to)));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(tables.view(directory.units().stream()
                        .filter(u -> actor.maySee(u.code()))
                        .toList()));
    }
}

package cn.aftercare.dashboard.web;

import cn.aftercare.dashboard.app.Dashboard;
import cn.aftercare.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;

/** The page {@code /dashboard}; its script draws what {@link DashboardController} tells. */
@Page
class DashboardPageController {

    private final Dashboard dashboard;

    DashboardPageController(Dashboard dashboard) {
        this.dashboard = dashboard;
    }

    @GetMapping("/dashboard")
    String page() {
        dashboard.requireSupervisor();
        return "dashboard";
    }
}

package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

/** Cockpit as the manager of a branch sees it: in Chinese, and the own unit's cases only. */
@BrowserTest
class CockpitBrowserIT {

    /** By its address: the list of processes has more than one page. */
    private static void open(Browser browser, PackagedApp app, Site site, String process) {
        String id = site.get(Demo.ADMIN, "/engine-rest/process-definition/key/" + process)
                .path("id")
                .asText();
        browser.driver()
                .get(app.uri("/camunda/app/cockpit/default/#/process-definition/" + id + "/runtime")
                        .toString());
    }

    private static final String SUZHOU_PROJECT = "SZ-2024-901";

    @Test
    void aBranchManagerFollowsTheOwnCasesOnTheDiagram(Tasklist login, Browser browser, PackagedApp app) {
        Site site = new Site(app);
        site.importProject(SUZHOU_PROJECT, "金鸡湖酒店装修工程", "suzhou");
        String fresh = site.report(Site.PROJECT, "nanjing", "7层走廊");
        String ours = site.report(Site.PROJECT, "nanjing", "8层走廊");
        site.complete(Site.AFTER_SALES, ours, "下达维修任务单", Map.of("decision", "TAKEN", "itemCategory", "DECORATION"));
        site.complete(Site.MATERIALS, ours, "安排材料", Map.of("materialsPlan", "石膏板4张"));
        site.reportLate("10层走廊", Duration.ofDays(2));
        String theirs = site.report(SUZHOU_PROJECT, "suzhou", "9层走廊");

        login.login("nanjing-pmd-manager");
        browser.driver().get(app.uri("/camunda/app/cockpit/default/#/processes").toString());
        browser.await(
                "no processes",
                () -> texts("table", browser).contains("承诺")
                        || texts("table", browser).contains("维修"));
        assertThat(browser.driver().getTitle()).contains("监控中心");
        assertThat(texts(".app-menu, .nav-tabs, thead", browser)).doesNotContainPattern("[A-Za-z]{4,}");
        browser.screenshot("60-cockpit-processes");

        open(browser, app, site, "repair");
        browser.await("no instance of " + ours, () -> texts("table", browser).contains(ours));
        assertThat(texts("table", browser)).contains(fresh).doesNotContain(theirs);
        browser.await("no diagram", () -> diagram(browser).contains("下达维修任务单"));
        browser.await(
                "no tokens on the diagram",
                () -> !browser.driver()
                        .findElements(By.cssSelector(".djs-overlay .badge"))
                        .isEmpty());
        assertThat(diagram(browser)).contains("现场勘查", "确认勘查结论", "归档保修记录表").doesNotContainPattern("[A-Za-z]{3,}");
        browser.screenshot("61-cockpit-process");

        String instance = site.task(ours, "安排人员").path("processInstanceId").asText();
        browser.driver()
                .get(app.uri("/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime")
                        .toString());
        browser.await(
                "no instance with its case number",
                () -> texts(".ctn-sidebar, .ctn-row, body", browser).contains(ours));
        browser.await("no diagram", () -> diagram(browser).contains("安排人员"));
        browser.screenshot("62-cockpit-instance");

        // The clocks of all promises: on time, reminded, broken, with whom.
        open(browser, app, site, "service-commitment");
        browser.await("no diagram", () -> diagram(browser).contains("督办:维保经理"));
        browser.await(
                "no tokens on the diagram",
                () -> !browser.driver()
                        .findElements(By.cssSelector(".djs-overlay .badge"))
                        .isEmpty());
        browser.picture("63-cockpit-commitments", "cockpit");

        String foreign = site.task(theirs, "下达维修任务单").path("processInstanceId").asText();
        assertThat(app.getAs("nanjing-pmd-manager", "/engine-rest/process-instance/" + foreign)
                        .statusCode())
                .isIn(403, 404);
        browser.driver()
                .get(app.uri("/camunda/app/cockpit/default/#/process-instance/" + foreign + "/runtime")
                        .toString());
        browser.await(
                "the other unit's case is not refused",
                () -> texts("body", browser).matches("(?s).*(没有|未找到|不存在|无权).*"));
        assertThat(texts("body", browser)).doesNotContain(theirs);
        browser.screenshot("64-cockpit-other-unit");
    }

    private static String texts(String css, Browser browser) {
        return (String) browser.script(
                "return [...document.querySelectorAll(arguments[0])].map(e => e.innerText).join('\\n')", css);
    }

    /** The names on the diagram; a long one is drawn on several lines. */
    private static String diagram(Browser browser) {
        return (String)
                browser.script("return [...document.querySelectorAll('.djs-container .djs-label, .djs-container text')]"
                        + ".map(e => e.textContent).join('\\n')");
    }
}

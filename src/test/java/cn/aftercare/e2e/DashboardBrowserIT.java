package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WebElement;

/** The managers' picture in the real Cockpit, the lists behind it, and the whole history of a case that has ended. */
@BrowserTest
class DashboardBrowserIT {

    private static final String SUZHOU_PROJECT = "SZ-2024-902";
    private static final String HQ = "hq-pmd-manager";
    private static final String BRANCH = "nanjing-pmd-manager";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";

    @Test
    void headOfficeSeesAllUnitsInCockpitAndFollowsANumberToItsCases(Tasklist login, Browser browser, PackagedApp app) {
        Site site = new Site(app);
        site.importProject(SUZHOU_PROJECT, "金鸡湖酒店装修工程", "suzhou");
        long nanjing = count(site, HQ, "promises", "RESPONSE", "nanjing", "breached");
        long suzhou = count(site, HQ, "categories", "DECORATION", "suzhou", "");
        site.reportLate("12层走廊", Duration.ofDays(2));
        site.report(SUZHOU_PROJECT, "suzhou", "13层走廊");
        assertThat(count(site, HQ, "promises", "RESPONSE", "nanjing", "breached"))
                .isEqualTo(nanjing + 1);

        login.login(HQ);
        browser.driver().get(app.uri(COCKPIT + "#/dashboard").toString());
        browser.await("no dashboard in Cockpit", () -> exists(browser, "[data-panel=promises] table"));
        browser.await(
                "no charts",
                () -> browser.driver()
                                .findElements(By.cssSelector(".aftercare-dashboard .chart svg"))
                                .size()
                        >= 3);
        assertThat(heads(browser, "promises")).containsExactly("承诺", "总部", "南京分公司", "苏州分公司", "合计");
        assertThat(cell(browser, "promises", "RESPONSE", "nanjing")).contains("逾期未兑现 " + (nanjing + 1));
        assertThat(cell(browser, "categories", "DECORATION", "suzhou")).isEqualTo(Long.toString(suzhou + 1));
        assertThat(browser.english()).isEmpty();
        show(browser, "[data-panel=promises]");
        browser.picture("90-cockpit-dashboard", "dashboard");

        WebElement number = browser.driver()
                .findElement(By.cssSelector("[data-panel=promises] tr[data-row=RESPONSE] td[data-unit=nanjing]"
                        + " a[href*='outcome=BREACHED']"));
        number.click();
        browser.await(
                "no list of cases",
                () -> browser.driver().getCurrentUrl().contains("/cases?") && exists(browser, "main"));
        assertThat(main(browser)).contains("共 " + (nanjing + 1) + " 件");
        browser.screenshot("91-dashboard-cases");

        browser.driver().get(app.uri("/dashboard?unit=suzhou").toString());
        browser.await("no dashboard", () -> exists(browser, "[data-panel=categories] table"));
        assertThat(heads(browser, "categories")).containsExactly("类别", "苏州分公司");
        browser.driver().get(app.uri("/dashboard?unit=atlantis").toString());
        browser.await("no message", () -> exists(browser, ".aftercare-dashboard .wrong"));
        assertThat(main(browser)).contains("没有管理单位“atlantis”");
        browser.driver().get(app.uri("/dashboard?from=2001-01-01&to=2001-12-31").toString());
        browser.await("no dashboard", () -> exists(browser, "[data-panel=categories]"));
        assertThat(browser.driver()
                        .findElement(By.cssSelector("[data-panel=categories]"))
                        .getText())
                .contains("暂无数据");
    }

    @Test
    void aBranchSeesItselfAndReadsTheHistoryOfAFinishedCase(Tasklist login, Browser browser, PackagedApp app) {
        Site site = new Site(app);
        String caseNo = site.report(Site.PROJECT, "nanjing", "14层走廊");
        site.complete(
                Site.AFTER_SALES,
                caseNo,
                "下达维修任务单",
                Map.of("decision", "NOT_ACCEPTED", "refusalReason", "业主重复报修,已有案件"));
        assertThat(site.repairCase(caseNo).path("stage").asText()).isEqualTo("REJECTED");

        login.login(BRANCH);
        browser.driver().get(app.uri(COCKPIT + "#/dashboard").toString());
        browser.await("no dashboard in Cockpit", () -> exists(browser, "[data-panel=promises] table"));
        assertThat(heads(browser, "promises")).containsExactly("承诺", "南京分公司");
        assertThat(browser.driver()
                        .findElement(By.cssSelector(".aftercare-dashboard"))
                        .getText())
                .doesNotContain("苏州");
        assertThat(cell(browser, "promises", "RESPONSE", "nanjing"))
                .contains(" / " + count(site, BRANCH, "promises", "RESPONSE", "nanjing", "decided"));
        browser.driver().manage().window().setSize(new Dimension(500, 1000));
        assertThat((Boolean) browser.script("return document.querySelector('.aftercare-dashboard').scrollWidth"
                        + " <= document.querySelector('.aftercare-dashboard').clientWidth + 1"))
                .as("the dashboard fits a narrow window")
                .isTrue();
        show(browser, "[data-panel=plans]");
        browser.screenshot("92-cockpit-dashboard-narrow");
        browser.driver().manage().window().setSize(new Dimension(1680, 1180));

        String definition = site.get(BRANCH, "/engine-rest/process-definition/key/repair")
                .path("id")
                .asText();
        browser.driver()
                .get(app.uri(COCKPIT + "#/process-definition/" + definition + "/runtime")
                        .toString());
        browser.await("no tab of what has ended", () -> tab(browser, "已结束")).click();
        browser.await(
                "the ended case is not there",
                () -> exists(browser, ".aftercare-finished a[href$='/cases/" + caseNo + "/history']"));
        browser.screenshot("93-cockpit-finished");
        browser.driver()
                .findElement(By.cssSelector(".aftercare-finished a[href$='/cases/" + caseNo + "/history']"))
                .click();
        browser.await("no history", () -> main(browser).contains("办理经过"));
        assertThat(main(browser)).contains(caseNo, "报修维修", "下达维修任务单", "用时", "业主重复报修,已有案件");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("94-history");

        browser.driver().findElement(By.linkText("报修维修")).click();
        browser.await("no picture of the model", () -> (Boolean)
                browser.script("const i = document.querySelector('img.diagram'); return !!i && i.naturalWidth > 300"));
        browser.screenshot("95-history-diagram");
        browser.driver().findElement(By.linkText("返回案件")).click();
        browser.await("no link to the history", () -> browser.driver().findElement(By.linkText("办理经过")));
    }

    private static long count(Site site, String user, String table, String row, String unit, String figure) {
        JsonNode picture = site.get(user, "/api/dashboard");
        List<String> columns = picture.path("columns").findValuesAsText("code");
        for (JsonNode each : picture.path(table)) {
            if (each.path("code").asText().equals(row)) {
                JsonNode cell = each.path("cells").path(columns.indexOf(unit));
                return (figure.isEmpty() ? cell : cell.path(figure))
                        .path("count")
                        .asLong();
            }
        }
        return 0;
    }

    private static String cell(Browser browser, String panel, String row, String unit) {
        return browser.driver()
                .findElement(By.cssSelector(
                        "[data-panel=" + panel + "] tr[data-row=" + row + "] td[data-unit=" + unit + "]"))
                .getText();
    }

    private static List<String> heads(Browser browser, String panel) {
        return browser.driver().findElements(By.cssSelector("[data-panel=" + panel + "] thead th")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private static WebElement tab(Browser browser, String name) {
        return browser.driver().findElements(By.cssSelector(".nav-tabs a")).stream()
                .filter(each -> each.getText().strip().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void show(Browser browser, String css) {
        browser.script("document.querySelector(arguments[0]).scrollIntoView({block: 'center'})", css);
    }

    private static boolean exists(Browser browser, String css) {
        return !browser.driver().findElements(By.cssSelector(css)).isEmpty();
    }

    private static String main(Browser browser) {
        return browser.driver().findElement(By.tagName("main")).getText();
    }
}

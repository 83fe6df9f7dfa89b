package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A plan from the start form over the officer's changes and the manager's approval to the visits. */
@BrowserTest
class RevisitPlanBrowserIT {

    /** Falls due this half-year, so that a plan has it. */
    private static final String CODE = "NJ-2024-902";

    private static final String NAME = "鼓楼医院门诊楼装修工程";

    @Test
    void aPlanIsEditedReturnedApprovedAndReleased(Tasklist tasklist, Browser browser, PackagedApp app) {
        new Site(app).importProject(CODE, NAME, "nanjing");
        tasklist.login(Site.OFFICER).openStart("回访计划");
        String period = Site.now().getYear() + "年" + (Site.now().getMonthValue() <= 6 ? "上" : "下") + "半年";
        tasklist.startForm().fill("unit", "南京分公司").fill("period", period);
        assertThat(browser.english()).isEmpty();
        browser.screenshot("84-plan-start");
        tasklist.start();

        tasklist.openFilter("本组待办").openTask("编制回访计划", period).claim();
        String planPage = browser.await(
                "the task leads to no plan",
                () -> browser.driver()
                        .findElement(By.cssSelector(".fjs-form a[href*='/revisit-plans/']"))
                        .getDomProperty("href"));
        String planNo = planPage.replaceFirst(".*/", "");
        browser.screenshot("85-plan-task");
        browser.driver().get(planPage);
        WebElement line = line(browser);
        browser.screenshot("86-plan-edit");
        fill(line, "people", "李建国、市场商务部王海燕");
        press(browser, line, "change");
        assertThat(line(browser)
                        .findElement(By.cssSelector("input[name=people]"))
                        .getDomProperty("value"))
                .isEqualTo("李建国、市场商务部王海燕");
        press(browser, line(browser), "cancel");
        assertThat(line(browser).getText()).contains("取消原因:必填");
        fill(line(browser), "reason", "业主要求年后再来");
        press(browser, line(browser), "cancel");
        assertThat(line(browser).getText()).contains("取消");
        press(browser, line(browser), "restore");

        tasklist.login(Site.OFFICER).openTaskOf(planNo, "编制回访计划");
        tasklist.form().fill("submitNote", "请审批");
        tasklist.complete();

        tasklist.login(Site.PMD_MANAGER).openTaskOf(planNo, "审批回访计划").claim();
        assertThat(tasklist.form().text()).contains(period);
        browser.screenshot("87-plan-review");
        tasklist.form().fill("decision", "批准,下达回访");
        tasklist.complete();

        WebElement released = browser.await("the visit is not released", () -> {
            browser.driver().get(planPage);
            List<WebElement> links = line(browser).findElements(By.cssSelector("a[href*='/revisits/']"));
            return links.isEmpty() ? null : links.get(0);
        });
        browser.screenshot("88-plan-approved");
        released.click();
        assertThat(main(browser)).contains(NAME);
    }

    private static WebElement line(Browser browser) {
        return browser.await(
                "the plan has no line of " + NAME,
                () -> browser.driver()
                        .findElement(By.xpath("//div[contains(@class,'panel')][p/b[text()='" + NAME + "']]")));
    }

    private static void fill(WebElement line, String field, String value) {
        line.findElement(By.cssSelector("input[name=" + field + "]")).sendKeys(Keys.chord(Keys.CONTROL, "a"), value);
    }

    private static void press(Browser browser, WebElement line, String deed) {
        WebElement button = line.findElement(By.cssSelector("button[value=" + deed + "]"));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
        browser.await("nothing happens", () -> stale(line));
    }

    private static boolean stale(WebElement element) {
        try {
            element.isDisplayed();
            return false;
        } catch (org.openqa.selenium.StaleElementReferenceException e) {
            return true;
        }
    }

    private static String main(Browser browser) {
        return browser.driver().findElement(By.tagName("main")).getText();
    }
}

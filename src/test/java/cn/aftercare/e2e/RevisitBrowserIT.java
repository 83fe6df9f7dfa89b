package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A visit by hand, from the start form to what became of it, in the real Tasklist. */
@BrowserTest
class RevisitBrowserIT {

    @Test
    void aVisitFindsADefectThatBecomesARepair(Tasklist tasklist, Browser browser, PackagedApp app) {
        String mark = "卫生间" + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000));
        Site site = new Site(app);
        tasklist.login(Site.PMD).openStart("工程回访");
        tasklist.startForm()
                .fill("projectCode", Site.PROJECT + " " + Site.PROJECT_NAME)
                .fill("plannedOn", Site.now().toLocalDate())
                .fill("channel", "到场")
                .fill("occasion", mark);
        assertThat(browser.english()).isEmpty();
        browser.screenshot("80-revisit-start");
        tasklist.start();

        tasklist.openFilter("本组待办").openTask("保修期内回访", Site.PROJECT_NAME).claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(mark, Site.PROJECT_NAME);
        String visitNo = form.text().replaceFirst("(?s).*?(HF-\\d{4}-\\d{6}).*", "$1");
        form.fill("interviewees", "物业部 经理 周敏").fill("situation", "使用情况良好");
        click(browser, ".fjs-repeat-render-add");
        form.fill("类别", "防水").fill("部位", mark).fill("缺陷描述", "渗漏").fill("实测数据", "湿渍0.3㎡");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("81-revisit-visit");
        click(browser, ".fjs-form button[type=submit]");
        browser.await("the visit is not recorded", () -> {
            browser.driver().get(app.uri("/revisits/" + visitNo).toString());
            return main(browser).contains("跟踪处理");
        });
        assertThat(main(browser)).contains(mark, "渗漏", "实测:湿渍0.3㎡", "BX-", "MYD-");
        browser.screenshot("82-revisit-page");

        tasklist.login(Site.PMD).openTaskOf(visitNo, "跟进满意度调查").claim();
        tasklist.form().fill("declinedReason", "业主无暇填写");
        tasklist.complete();
        assertThat(site.taskNames(visitNo)).isEmpty();
        browser.driver().get(app.uri("/revisits").toString());
        assertThat(main(browser)).contains(visitNo);
        browser.screenshot("83-revisits");
    }

    private static void click(Browser browser, String css) {
        WebElement button = browser.await("no " + css, () -> browser.driver().findElement(By.cssSelector(css)));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", button);
        button.click();
    }

    private static String main(Browser browser) {
        return browser.driver().findElement(By.tagName("main")).getText();
    }
}

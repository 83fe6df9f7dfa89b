package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** A spot check drawn at random, with one finding, from the start form to its record, in the real Tasklist. */
@BrowserTest
class InspectionBrowserIT {

    @Test
    void aFindingIsRectifiedVerifiedAndFiled(Tasklist tasklist, Browser browser, PackagedApp app) {
        String topic = "防水专项" + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000));
        tasklist.login(Site.PMD).openStart("监督抽查");
        tasklist.startForm()
                .fill("checkBy", Site.now().toLocalDate().plusDays(14))
                .fill("topic", topic)
                .fill("wanted", "1");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("85-spot-check-start");
        tasklist.start();

        String check = browser.await("no check is ordered", () -> {
            open(browser, app, "/inspections");
            String list = main(browser);
            return list.contains(topic) ? list.replaceFirst("(?s).*?(CC-\\d{4}-\\d{6}).*", "$1") : null;
        });
        browser.screenshot("86-inspections");
        tasklist.login(Site.PMD).openTaskOf(check, "现场检查").claim();
        FormFields site = tasklist.form();
        assertThat(site.text()).contains(topic);
        site.fill("checked", "维修机具:机具和灭火器与保修档案一致、可用")
                .fill("content", "抽看3间卫生间,1间渗漏")
                .fill("类别", "防水")
                .fill("等级", "较大")
                .fill("部位", "3层卫生间")
                .fill("问题描述", "墙面渗漏");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("87-spot-check-site");
        click(browser, ".fjs-form button[type=submit]");
        awaitPage(browser, app, check, "待整改");

        tasklist.login(Site.MANAGER).openTaskOf(check, "整改").claim();
        tasklist.form().fill("responsible", "陈国强").fill("measure", "重做墙面防水,闭水24小时");
        assertThat(tasklist.completeRefused()).contains("尚未上传整改照片");
        tasklist.form().fill("evidence", "闭水试验记录存项目管理部");
        browser.screenshot("88-spot-check-rectify");
        tasklist.complete();

        tasklist.login(Site.PMD).openTaskOf(check, "复查").claim();
        assertThat(tasklist.form().text()).contains("重做墙面防水", "闭水试验记录存项目管理部");
        tasklist.form().fill("verdict", "合格");
        browser.screenshot("89-spot-check-verify");
        tasklist.complete();
        awaitPage(browser, app, check, "已闭环");
        assertThat(main(browser)).contains("监督抽查记录 JCJL-", "复查合格", "较大");
        browser.screenshot("90-inspection-page");
        String draw = main(browser).replaceFirst("(?s).*?(CCPC-\\d{4}-\\d{6}).*", "$1");
        open(browser, app, "/inspections/" + draw);
        assertThat(main(browser)).contains("结果与抽取结果一致", check);
        browser.screenshot("91-inspection-draw");
    }

    private static void awaitPage(Browser browser, PackagedApp app, String check, String text) {
        browser.await(check + " does not say " + text, () -> {
            open(browser, app, "/inspections/" + check);
            return main(browser).contains(text);
        });
    }

    private static void open(Browser browser, PackagedApp app, String page) {
        browser.driver().get(app.uri(page).toString());
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

package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/**
 * The yearly survey from its start to what the quality department makes of it: an owner answers on a phone, one on paper,
 * one not at all. A year has one survey only, so the program is one of its own, without the demo's projects.
 */
@BrowserTest
class YearSurveyBrowserIT {

    private PackagedApp app;

    @BeforeEach
    void start() {
        app = PackagedApp.start("--aftercare.demo-cases=false");
    }

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void ownersAnswerOnThePhoneOnPaperOrNotAtAll(Browser browser, @TempDir Path folder) throws IOException {
        Path paper = Files.write(folder.resolve("paper.png"), SampleFiles.png("paper"));
        Site site = new Site(app);
        site.importProject("NJ-2024-904", "溧水图书馆装修工程", "nanjing");
        site.importProject("SZ-2024-905", "相城酒店装修工程", "suzhou");
        Tasklist tasklist = new Tasklist(browser, app);
        Pages pages = new Pages(browser, app);
        String year = String.valueOf(Site.now().getYear());

        tasklist.login(Site.QUALITY).openStart("年度满意度调查");
        tasklist.startForm().fill("unit", "总部");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("140-year-survey-start");
        tasklist.start();
        tasklist.openStart("年度满意度调查").startForm().fill("unit", "总部");
        assertThat(tasklist.startRefused()).contains(year + "年度满意度调查已经启动");

        tasklist.login(Site.AFTER_SALES);
        pages.awaitText("/year-surveys", "需发纸质表:没有业主邮箱");
        assertThat(pages.text()).contains(Site.PROJECT_NAME, "溧水图书馆").doesNotContain("相城酒店");
        browser.screenshot("141-year-survey-list");
        String byPhone = surveyOf(browser, Site.PROJECT_NAME);
        String onPaper = surveyOf(browser, "溧水图书馆装修工程");

        pages.open("/surveys/" + byPhone).press("生成填写链接");
        String link = browser.driver().findElement(By.id("owner-link")).getDomProperty("value");
        browser.screenshot("142-survey-link");
        answerOnThePhone(browser, pages, link.replaceFirst(".*(/survey/)", "$1"));

        tasklist.login(Site.AFTER_SALES);
        assertThat(pages.open("/surveys/" + byPhone).text()).contains("合计 57.00 分", "请改进工期", "业主通过专用链接");
        browser.screenshot("145-survey-answered");
        pages.open("/surveys/" + onPaper);
        browser.driver().findElement(By.cssSelector("#upload input[type=file]")).sendKeys(paper.toString());
        pages.press("上传");
        answerAll(browser, "100");
        pages.type("signed", "金陵置业有限公司(章)")
                .type("filledBy", "周敏")
                .type("filledOn", Site.now().toLocalDate().toString())
                .press("录入业主的评价");
        assertThat(pages.text()).contains("请确认");
        pages.click("input[name=declared]");
        browser.screenshot("146-survey-on-paper");
        pages.press("录入业主的评价");
        assertThat(pages.text()).contains("已录入业主的评价", "合计 100.00 分");

        String survey = "MYDC-" + year;
        site.elapse(survey, "Event_PeriodEnds");
        tasklist.login(Site.QUALITY).openTaskOf(survey, "汇总分析调查结果").claim();
        assertThat(browser.english()).isEmpty();
        tasklist.form().fill("conclusion", "总体满意,工期管理需改进");
        browser.screenshot("147-year-survey-conclude");
        tasklist.complete();
        assertThat(pages.open("/year-surveys").text())
                .contains("总体满意,工期管理需改进", "已截止", "相城酒店", "未回复", "100%", "100.00", "57.00");
        browser.screenshot("148-year-survey-ended");
        assertThat(pages.open("/quality").text()).contains("满意度合计57.00分");
    }

    private static String surveyOf(Browser browser, String project) {
        return browser.driver()
                .findElement(By.xpath("//tr[contains(., '" + project + "')]//a[starts-with(text(), 'MYD-')]"))
                .getText();
    }

    /** Without a login; the link works once. */
    private static void answerOnThePhone(Browser browser, Pages pages, String link) {
        browser.driver().manage().deleteAllCookies();
        browser.phone();
        pages.open(link);
        assertThat(browser.english()).isEmpty();
        assertThat(browser.fits()).isTrue();
        browser.screenshot("143-owner-on-the-phone");
        pages.press("提交评价");
        assertThat(pages.text()).contains("处需要补充或更正");
        answerAll(browser, "60");
        choose(
                browser,
                browser.driver()
                        .findElements(By.cssSelector("fieldset.question"))
                        .get(0),
                "30");
        pages.type("remarks", "请改进工期").type("filledBy", "周敏").press("提交评价");
        assertThat(pages.text()).contains("感谢您的评价");
        assertThat(browser.fits()).isTrue();
        browser.screenshot("144-owner-thanked");
        assertThat(pages.open(link).text()).contains("此链接无效、已过期,或调查已经提交");
        browser.desk();
    }

    private static void answerAll(Browser browser, String points) {
        List<WebElement> questions = browser.driver().findElements(By.cssSelector("fieldset.question"));
        assertThat(questions).hasSize(10);
        questions.forEach(question -> choose(browser, question, points));
    }

    /** The radio button is invisible under its label, which is what people touch. */
    private static void choose(Browser browser, WebElement question, String points) {
        WebElement choice = question.findElement(By.xpath(".//label[.//b[text()='" + points + "']]"));
        browser.script("arguments[0].scrollIntoView({block: 'center'})", choice);
        choice.click();
    }
}

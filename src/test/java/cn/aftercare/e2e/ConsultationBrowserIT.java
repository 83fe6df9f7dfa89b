package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What owners ask, from the call to the answer they were told, in the real Tasklist. */
@BrowserTest
class ConsultationBrowserIT {

    private Tasklist tasklist;
    private Browser browser;
    private Site site;
    private Pages pages;

    @BeforeEach
    void open(Tasklist tasklist, Browser browser, PackagedApp app) {
        this.tasklist = tasklist;
        this.browser = browser;
        site = new Site(app);
        pages = new Pages(browser, app);
    }

    @Test
    void aQuestionIsAnsweredAndTheOwnerTold() {
        String number = ask("大堂石材怎样保养", "120-consultation-start");

        FormFields answer = task(Site.ENGINEER, number, "解答咨询");
        assertThat(answer.shows("location")).isFalse();
        answer.fill("answer", "用中性清洁剂,每季度做一次结晶处理,勿用酸性清洁剂");
        browser.screenshot("121-consultation-answer");
        tasklist.complete();

        FormFields tell = task(Site.AFTER_SALES, number, "告知咨询人");
        assertThat(tell.text()).contains("大堂石材怎样保养", "用中性清洁剂");
        tell.fill("toldNote", "明白了");
        browser.screenshot("122-consultation-tell");
        tasklist.complete();

        assertThat(site.taskNames(number)).isEmpty();
        assertThat(pages.open("/consultations/" + number).text()).contains("用中性清洁剂", "明白了", "已办结");
        browser.screenshot("123-consultation-page");
        assertThat(pages.open("/consultations").text()).contains(number);
        browser.screenshot("124-consultations");
    }

    @Test
    void aQuestionThatIsADefectBecomesARepairFromTheMomentOfTheCall() {
        String mark = "走廊" + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000));
        String number = ask(mark + "吊顶有裂缝,要紧吗", "125-consultation-defect");

        FormFields answer =
                task(Site.ENGINEER, number, "解答咨询").fill("outcome", "转报修").fill("answer", "需上门查看");
        assertThat(tasklist.completeRefused()).contains("类别:转报修时必填");
        answer.fill("category", "装修").fill("location", mark);
        browser.screenshot("126-consultation-becomes-a-repair");
        tasklist.complete();

        String caseNo = site.caseAt(mark);
        assertThat(task(Site.AFTER_SALES, number, "告知咨询人").text()).contains(caseNo);
        tasklist.complete();
        assertThat(pages.open("/consultations/" + number).text()).contains("转报修", caseNo);
        assertThat(pages.open("/cases/" + caseNo).text()).contains(mark + "吊顶有裂缝,要紧吗", number);
        assertThat(site.taskNames(caseNo)).contains("下达维修任务单");
        browser.screenshot("127-case-from-consultation");
    }

    private String ask(String question, String picture) {
        tasklist.login(Site.AFTER_SALES).openStart("技术咨询");
        tasklist.startForm()
                .fill("projectCode", Site.PROJECT + " " + Site.PROJECT_NAME)
                .fill("askerName", "周敏")
                .fill("askerPhone", "13800000000")
                .fill("question", question);
        assertThat(browser.english()).isEmpty();
        browser.screenshot(picture);
        tasklist.start();
        return site.runningAt(Site.PROJECT, "technical-consultation").stream()
                .filter(number -> pages.open("/consultations/" + number).text().contains(question))
                .findFirst()
                .orElseThrow();
    }

    private FormFields task(String person, String number, String name) {
        tasklist.login(person).openTaskOf(number, name).claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(number, Site.PROJECT_NAME);
        assertThat(browser.english()).as("English on the screen of " + name).isEmpty();
        return form;
    }
}

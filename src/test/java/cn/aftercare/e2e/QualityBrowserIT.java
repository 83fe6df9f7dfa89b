package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an owner complains of, from the call to the measure that helped and the owner who was told. */
@BrowserTest
class QualityBrowserIT {

    private Tasklist tasklist;
    private Browser browser;
    private Site site;
    private Pages pages;
    private String item;

    @BeforeEach
    void open(Tasklist tasklist, Browser browser, PackagedApp app) {
        this.tasklist = tasklist;
        this.browser = browser;
        site = new Site(app);
        pages = new Pages(browser, app);
    }

    @Test
    void aComplaintLeadsToAMeasureThatIsVerifiedAndTheOwnerIsTold() {
        String content = "卫生间反复渗漏" + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000));
        tasklist.login(Site.AFTER_SALES).openStart("质量信息处理");
        FormFields start = tasklist.startForm()
                .fill("projectCode", Site.PROJECT + " " + Site.PROJECT_NAME)
                .fill("source", "投诉")
                .fill("channel", "来电")
                .fill("content", content)
                .fill("reportedByOwner", "true")
                .fill("ownerName", "周敏")
                .fill("ownerPhone", "13800000000")
                .fill("references", "见附件");
        assertThat(tasklist.startRefused()).contains("相关编号:“见附件”不是案件、回访或调查编号");
        start.fill("references", "");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("130-quality-start");
        tasklist.start();
        item = pages.awaitNumber("/quality", content, "ZL-\\d{4}-\\d{6}");

        step(Site.QUALITY, "分类分级", form -> {
            form.fill("aspects", "施工").fill("analysis", "防水层收口未闭合");
            browser.screenshot("131-quality-classify");
        });
        step(Site.QUALITY, "评估质量信息", form -> {
            form.fill("assessment", "影响使用,同批次3间卫生间均应检查");
            browser.screenshot("132-quality-assess");
        });
        step(Site.PMD, "制定纠正和预防措施", form -> {
            assertThat(form.shows("reviewKind")).isFalse();
            form.fill("answer", "重做收口,同批次逐间闭水");
            pages.click(".fjs-repeat-render-add");
            form.fill("措施类别", "纠正措施")
                    .fill("责任人", site.nameOf(Site.ENGINEER))
                    .fill("措施内容", "重做防水收口,闭水24小时")
                    .fill("完成期限", Site.now().toLocalDate().plusDays(10));
            browser.screenshot("133-quality-measures");
        });
        step(Site.ENGINEER, "落实措施", form -> {
            assertThat(form.text()).contains("重做防水收口");
            form.fill("result", "3间卫生间已重做收口,闭水合格");
            browser.screenshot("134-quality-carry-out");
        });
        site.elapse(item, "Event_EffectDue");
        step(Site.QUALITY, "验证效果", form -> {
            assertThat(form.text()).contains("3间卫生间已重做收口");
            form.fill("effective", "有效").fill("finding", "一个月内无渗漏");
            browser.screenshot("135-quality-verify");
        });
        step(Site.AFTER_SALES, "反馈提出人", form -> {
            assertThat(form.text()).contains("周敏 13800000000", "一个月内无渗漏");
            form.fill("toldNote", "业主满意");
            browser.screenshot("136-quality-tell");
        });

        assertThat(pages.awaitText("/quality/" + item, "ZLJL-").text())
                .contains("措施有效", "重做防水收口,闭水24小时", "3间卫生间已重做收口", "一个月内无渗漏", "业主满意");
        browser.screenshot("137-quality-page");
        assertThat(site.taskNames(item)).isEmpty();
    }

    private void step(String person, String task, Consumer<FormFields> fill) {
        tasklist.login(person).openTaskOf(item, task).claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(item, Site.PROJECT_NAME);
        assertThat(browser.english()).as("English on the screen of " + task).isEmpty();
        fill.accept(form);
        tasklist.complete();
    }
}

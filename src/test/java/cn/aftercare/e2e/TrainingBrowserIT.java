package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.SampleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** A training of which one repeats the examination, from its start to the archived record, by the people it concerns. */
@BrowserTest
class TrainingBrowserIT {

    private Tasklist tasklist;
    private Browser browser;
    private Site site;
    private Pages pages;
    private String training;

    @BeforeEach
    void open(Tasklist tasklist, Browser browser, PackagedApp app) {
        this.tasklist = tasklist;
        this.browser = browser;
        site = new Site(app);
        pages = new Pages(browser, app);
    }

    @Test
    void whoFailsRepeatsBeforeTheOwnerSigns(@TempDir Path folder) throws IOException {
        Path manual = Files.write(folder.resolve("manual.pdf"), SampleFiles.pdf());
        Path handout = Files.write(folder.resolve("handout.png"), SampleFiles.png("handout"));
        Path signed = Files.write(folder.resolve("signed.png"), SampleFiles.png("signed"));
        String trainer = site.nameOf(Site.TRAINER);
        tasklist.login("hq-pmd");
        pages.open("/training/trainers")
                .choose("person", trainer)
                .choose("subject", "电气")
                .type("certificateNo", "JY-901")
                .type("validUntil", Site.now().toLocalDate().plusYears(1).toString())
                .press("保存");
        assertThat(pages.text()).contains(trainer, "JY-901");
        browser.screenshot("110-trainers");

        tasklist.login(Site.PMD).openStart("业主培训");
        tasklist.startForm()
                .fill("projectCode", Site.PROJECT + " " + Site.PROJECT_NAME)
                .fill("subject", "电气")
                .fill("occasion", "业主更换物业公司");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("111-training-start");
        tasklist.start();
        training = site.runningAt(Site.PROJECT, "owner-training").get(0);
        String page = "/training/" + training;

        step(
                Site.PMD,
                "编制手册与讲义",
                form -> {
                    form.fill("manualVersion", "手册V1").fill("outlineVersion", "讲义V1");
                    assertThat(tasklist.completeRefused()).contains("操作和维修保养手册:尚未上传,请先在培训页面上传");
                    browser.screenshot("112-training-materials");
                },
                false);
        pages.upload(page, "操作和维修保养手册", manual);
        pages.upload(page, "培训大纲和讲义", handout);
        step(Site.PMD, "编制手册与讲义", form -> form.fill("manualVersion", "手册V1").fill("outlineVersion", "讲义V1"));
        name(trainer);
        step(Site.TRAINER, "授课", form -> {
            course(form, "配电箱、照明回路的操作与保养");
            pages.click(By.xpath("(//button[contains(@class,'fjs-repeat-render-add')])[2]"));
            form.fill("姓名", "张三").fill("岗位", "工程主管");
            form.row(2).fill("姓名", "李四").fill("岗位", "电工");
            browser.screenshot("113-training-course");
        });
        step(Site.TRAINER, "考核", form -> {
            form.fill("人员", "张三(工程主管)").fill("分数", "86");
            pages.click(".fjs-repeat-render-add");
            form.row(2).fill("人员", "李四(电工)").fill("分数", "52");
            browser.screenshot("114-training-assessment");
        });

        name(trainer);
        step(Site.TRAINER, "授课", form -> {
            assertThat(form.text()).contains("李四(电工)").doesNotContain("张三");
            course(form, "补训:照明回路");
            pages.click(By.xpath("(//button[contains(@class,'fjs-repeat-row-remove')])[2]"));
        });
        step(Site.TRAINER, "考核", form -> {
            form.fill("人员", "李四(电工)").fill("分数", "75");
            browser.screenshot("115-training-repeated");
        });

        pages.upload(page, "签字扫描件", signed);
        step(Site.PMD, "业主签认", form -> {
            form.fill("signedBy", "周敏");
            browser.screenshot("116-training-sign-off");
        });
        assertThat(pages.awaitText(page, "培训记录 PXJL-").text())
                .contains("张三", "第1轮86分", "第1轮52分", "第2轮75分", "JY-901", "周敏", "manual.pdf");
        browser.screenshot("117-training-page");
    }

    private void name(String trainer) {
        step(Site.PMD, "确定教员", form -> {
            form.fill("trainer", trainer)
                    .fill("plannedOn", Site.now().toLocalDate())
                    .fill("place", "物业会议室");
            browser.screenshot("113-training-trainer");
        });
    }

    private static void course(FormFields form, String content) {
        form.fill("上课日期", Site.now().toLocalDate())
                .fill("上课地点", "物业会议室")
                .fill("课时(小时)", "2.5")
                .fill("content", content);
    }

    private void step(String person, String task, Consumer<FormFields> fill) {
        step(person, task, fill, true);
    }

    private void step(String person, String task, Consumer<FormFields> fill, boolean complete) {
        tasklist.login(person).openTaskOf(training, task).claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(training, Site.PROJECT_NAME);
        assertThat(browser.english()).as("English on the screen of " + task).isEmpty();
        fill.accept(form);
        if (complete) {
            tasklist.complete();
        }
    }
}

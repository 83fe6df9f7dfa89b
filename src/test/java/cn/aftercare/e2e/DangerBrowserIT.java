package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.SampleFiles;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** An emergency that turns out to concern the structure, to its closing report, each step by the person whose it is. */
@BrowserTest
class DangerBrowserIT {

    private Tasklist tasklist;
    private Browser browser;
    private Site site;
    private PackagedApp app;
    private String caseNo;

    @BeforeEach
    void open(Tasklist tasklist, Browser browser, PackagedApp app) {
        this.tasklist = tasklist;
        this.browser = browser;
        this.app = app;
        site = new Site(app);
    }

    @Test
    void anEmergencyThatConcernsTheStructureEndsWithAClosingReport(@TempDir Path folder) throws IOException {
        String location = "地下室梁" + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000));
        tasklist.login(Site.AFTER_SALES).openStart("紧急抢修");
        tasklist.startForm()
                .fill("projectCode", Site.PROJECT + " " + Site.PROJECT_NAME)
                .fill("reporterName", "周敏")
                .fill("reporterPhone", "13800000000")
                .fill("category", "给排水")
                .fill("location", location)
                .fill("description", "水管爆裂,梁底渗水");
        browser.screenshot("70-form-emergency");
        tasklist.start();
        caseNo = site.caseAt(location);

        step(Site.AFTER_SALES, "响应业主", form -> form.fill("contactNote", "已派人,请先关总阀"));
        step(Site.MANAGER, "派遣抢修人员", form -> {
            form.fill("dutyPerson", "李建国 13900000000").fill("siteTechnician", site.nameOf(Site.SITE_TECHNICIAN));
            assertThat(tasklist.completeRefused()).contains("从公司调用:出动技工0人,少于需要的2人");
            form.fill("crew", "陈国强,刘大勇");
            browser.screenshot("71-dispatch");
        });
        tasklist.login(Site.MANAGER);
        browser.driver().get(app.uri("/on-call").toString());
        assertThat(browser.driver().findElement(By.tagName("main")).getText()).contains(caseNo, "登记到场", "陈国强");
        browser.screenshot("72-on-call");

        step(Site.SITE_TECHNICIAN, "登记到场", form -> form.fill("arrivedCrew", "陈国强、刘大勇"));
        step(Site.SITE_TECHNICIAN, "排险止损", form -> {
            form.fill("measures", "关闭总阀,抽排积水;梁底出现贯通裂缝").fill("structuralSuspected", "true");
            browser.screenshot("73-make-safe");
        });
        assertThat(site.repairCase(caseNo).path("kind").asText()).isEqualTo("STRUCTURAL");

        tasklist.login(Site.SITE_TECHNICIAN).openTaskOf(caseNo, "落实安全措施").claim();
        tasklist.form().fill("measure", "钢管支撑两道,封闭地下室");
        assertThat(tasklist.completeRefused()).contains("请先在案件页面上传该项措施的现场照片");
        upload(Files.write(folder.resolve("support.png"), SampleFiles.png(caseNo)));
        step(Site.SITE_TECHNICIAN, "落实安全措施", form -> form.fill("measure", "钢管支撑两道,封闭地下室"));

        step(Site.MANAGER, "报告监督机构", form -> {
            form.fill("recipient", "南京市建筑工程质量安全监督站 王工")
                    .fill("reportChannel", "电话")
                    .fill("receiptNo", "宁质监2026-001");
            browser.screenshot("74-report");
        });
        step(Site.AFTER_SALES, "告知业主报告义务", form -> form.fill("toldHow", "电话").fill("toldNote", "业主依法立即报告,疏散地下室人员"));
        step(
                Site.ENGINEER,
                "征询原设计单位",
                form -> form.fill("designer", "江苏省建筑设计院")
                        .fill("designerAnswer", "已注销或无法联系")
                        .fill("designerEvidence", "工商登记显示已注销"));
        step(
                Site.ENGINEER,
                "委托有资质单位",
                form -> form.fill("designerName", "东南大学建筑设计研究院")
                        .fill("designerClass", "建筑设计甲级")
                        .fill("designerCertificate", "A132000001"));
        assertThat(site.taskNames(caseNo)).doesNotContain("约定维修时间");
        step(
                Site.ENGINEER,
                "登记保修方案",
                form -> form.fill("schemeTitle", "地下室大梁加固方案").fill("schemeSummary", "梁底粘钢,裂缝灌胶"));
        step(Site.MANAGER, "审查保修方案", form -> {
            form.fill("verdict", "通过");
            browser.screenshot("75-scheme-review");
        });

        repair();
        settle();
        step(Site.PMD, "登记备案", form -> form.fill("filingNo", "备2026-017"));
        step(Site.MANAGER, "报送结案报告", form -> {
            form.fill("closingReceiptNo", "宁质监2026-002");
            browser.screenshot("76-closing-report");
        });
        step(Site.PMD, "签字件归档", form -> form.fill("recordPlace", "档案室3柜2层"));
        step(Site.AFTER_SALES, "维保后回访", form -> form.fill("satisfaction", "满意"));

        JsonNode closed = site.repairCase(caseNo);
        assertThat(closed.path("stage").asText()).isEqualTo("CLOSED");
        assertThat(closed.path("ownerPays").path("total").asText()).isEqualTo("0.00");
        assertThat(closed.path("commitments"))
                .allSatisfy(c -> assertThat(c.path("status").asText())
                        .as(c.path("label").asText())
                        .isIn("MET", "CANCELLED"));
        browser.driver().get(app.uri("/cases/" + caseNo).toString());
        assertThat(browser.driver().findElement(By.tagName("main")).getText())
                .contains("东南大学建筑设计研究院", "A132000001", "备2026-017", "结构安全问题报告函", "结构安全问题处置结案报告");
        browser.screenshot("77-case");
    }

    private void repair() {
        step(
                Site.SITE_TECHNICIAN,
                "约定维修时间",
                form -> form.fill("appointmentAt", Site.now().plusHours(1)));
        step(Site.SITE_TECHNICIAN, "核对开工条件", form -> form.fill("conditions", "维修材料已到位,业主已同意上门时间,已到物业管理部办理登记手续"));
        step(Site.SITE_TECHNICIAN, "开工登记", form -> {});
        step(Site.TECHNICIAN, "恢复使用功能", form -> form.fill("restoreNote", "临时支顶,恢复通行"));
        step(Site.TECHNICIAN, "维修施工", form -> form.fill("workDone", "梁底粘钢,裂缝灌胶").fill("care", "全程旁站监督,成品保护到位,现场清理完毕"));
        step(Site.SITE_TECHNICIAN, "自检", form -> form.fill("selfCheck", "合格"));
        step(Site.MANAGER, "业主验收", form -> form.fill("decision", "合格"));
    }

    private void settle() {
        step(Site.ENGINEER, "查明责任", form -> form.fill("causedByUs", "我司原因").fill("evidence", "接头未紧固,长期渗水"));
        step(Site.MANAGER, "确认责任", form -> {
            assertThat(form.value("causedByUs")).isEqualTo("我司原因");
            browser.screenshot("78-cause");
        });
    }

    private void upload(Path photo) {
        browser.driver().get(app.uri("/cases/" + caseNo).toString());
        browser.driver()
                .findElement(By.cssSelector("input[type=file][multiple]"))
                .sendKeys(photo.toString());
        browser.driver()
                .findElement(By.cssSelector("form[action*='/attachments'] button[type=submit]"))
                .click();
        browser.await(
                "the photo is not there",
                () -> browser.driver()
                        .findElement(By.tagName("main"))
                        .getText()
                        .contains(photo.getFileName().toString()));
    }

    /** Opens the task as this person, takes it over, fills its form and completes it. */
    private void step(String person, String task, Consumer<FormFields> fill) {
        tasklist.login(person).openTaskOf(caseNo, task).claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(caseNo, Site.PROJECT_NAME);
        assertThat(browser.english()).as("English on the screen of " + task).isEmpty();
        fill.accept(form);
        tasklist.complete();
    }
}

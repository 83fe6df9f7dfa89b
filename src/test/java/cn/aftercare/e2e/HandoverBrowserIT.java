package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A project from its completion acceptance to the two who look after it later, each step by the person whose it is. */
@BrowserTest
class HandoverBrowserIT {

    private static final String CODE = "NJ-2026-903";
    private static final String NAME = "浦口科技馆装修工程";

    private Tasklist tasklist;
    private Browser browser;
    private Site site;
    private Pages pages;
    private String handover;

    @BeforeEach
    void open(Tasklist tasklist, Browser browser, PackagedApp app) {
        this.tasklist = tasklist;
        this.browser = browser;
        site = new Site(app);
        site.importProject(CODE, NAME, "nanjing");
        pages = new Pages(browser, app);
    }

    @Test
    void aProjectIsTakenOverWithItsFileTeamMachinesAndTraining() {
        tasklist.login(Site.PMD).openStart("工程交付与保修建档");
        FormFields start = tasklist.startForm().fill("projectCode", CODE + " " + NAME);
        start.fill("acceptedOn", Site.now().toLocalDate().plusDays(2));
        assertThat(tasklist.startRefused()).contains("竣工验收日期:不能晚于今天");
        start.fill("acceptedOn", Site.now().toLocalDate().minusDays(3));
        assertThat(browser.english()).isEmpty();
        browser.screenshot("100-handover-start");
        tasklist.start();
        handover = site.runningAt(CODE, "project-handover").get(0);

        step(Site.PMD, "移交工程档案", form -> {
            form.fill("items", "竣工图,竣工验收资料").fill("responsible", "李建国").fill("receiver", "周敏");
            assertThat(tasklist.completeRefused()).contains("移交工程档案:尚未完成隐蔽工程与试验记录、设备材料合格证与说明书");
            form.fill("items", "竣工图,竣工验收资料,隐蔽工程与试验记录,设备材料合格证与说明书,使用与维修保养手册,《工程质量保修书》");
            browser.screenshot("101-handover-archive");
        });
        step(Site.PMD, "清理施工现场", form -> {
            form.fill("items", "收尾主干人员已安排,收尾材料、机具已留足,临时设施已拆除,建筑垃圾已清运,成品保护与环境卫生已检查,钥匙与场地已移交")
                    .fill("responsible", "李建国");
            browser.screenshot("102-handover-site");
        });
        step(Site.PMD, "建立保修档案", form -> {
            assertThat(form.value("technicians")).contains("陈国强", "马得胜");
            form.fill("substituteReason", "原项目经理另有任用").fill("technicians", "陈国强 13900000001\n刘大勇 13900000002");
            browser.screenshot("103-handover-file");
        });

        tasklist.login(Site.PMD);
        String project = "/projects/" + CODE;
        assertThat(pages.awaitText(project, "业主培训 PX-").text())
                .contains("专职维修技工不足 6 名(现有 2 名)", "原项目经理另有任用", "刘大勇", "切割机", "防水", "启动业主培训");
        assertThat(browser.english()).isEmpty();
        browser.screenshot("104-handover-project-page");
        String training = site.runningAt(CODE, "owner-training").get(0);
        assertThat(pages.open("/training/" + training).text()).contains("工程移交", NAME, "编制");

        site.elapse(handover, "Event_NamingNear");
        step(Site.PMD_MANAGER, "指定两名过保管理人员", form -> {
            form.fill("firstManager", site.nameOf("nanjing-post-warranty"))
                    .fill("secondManager", site.nameOf("nanjing-marketing"));
            browser.screenshot("105-handover-post-warranty");
        });
        assertThat(site.runningAt(CODE, "project-handover")).isEmpty();
        assertThat(pages.open(project).text()).contains("指定过保管理人员", site.nameOf("nanjing-post-warranty"));
        browser.screenshot("106-handover-ended");
    }

    private void step(String person, String task, Consumer<FormFields> fill) {
        tasklist.login(person).openTaskOf(handover, task).claim();
        FormFields form = tasklist.form();
        assertThat(form.text()).contains(handover, NAME);
        assertThat(browser.english()).as("English on the screen of " + task).isEmpty();
        fill.accept(form);
        tasklist.complete();
    }
}

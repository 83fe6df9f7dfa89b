package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whole repairs in Tasklist, each step by the person whose it is, with the form that person sees. */
@BrowserTest
class RepairBrowserIT {

    private Tasklist tasklist;
    private Browser browser;
    private Site site;
    private PackagedApp app;
    private String caseNo;

    /** Whether the pictures of this walk are those of the README. */
    private boolean published;

    @BeforeEach
    void open(Tasklist tasklist, Browser browser, PackagedApp app) {
        this.tasklist = tasklist;
        this.browser = browser;
        this.app = app;
        site = new Site(app);
    }

    @Test
    void aSmallRepairUnderWarrantyFromThePhoneCallToTheClosedCase() {
        published = true;
        register(place("3层走廊"), "01-form-receive");

        tasklist.openFilter("本组待办");
        assertThat(browser.await(
                        "no card of " + caseNo,
                        () -> tasklist.cards().stream()
                                .filter(card -> card.contains(caseNo))
                                .findFirst()
                                .orElse(null)))
                .contains("下达维修任务单", Site.PROJECT_NAME, "维修任务单(目标)");
        browser.screenshot("02-task-order-in-the-group-list");

        prepare("03");
        survey("我司原因", "08-form-survey");
        step(Site.MANAGER, "确认勘查结论", form -> {
            assertThat(form.text()).contains("接缝未留伸缩缝", "更换石膏板,重新批嵌");
            assertThat(form.value("causedByUs")).isEqualTo("我司原因");
            browser.screenshot("09-findings-to-confirm");
        });
        assertThat(site.repairCase(caseNo).path("chargeBasis").asText()).isEqualTo("FREE");

        startWork("10");
        work("12-work", "更换石膏板2张,批嵌,刷漆");
        selfCheck("13-self-check");
        accept(true, "14-form-acceptance");
        close("15");

        JsonNode closed = site.repairCase(caseNo);
        assertThat(closed.path("ownerPays").path("total").asText()).isEqualTo("0.00");
        assertThat(closed.path("commitments"))
                .allSatisfy(c -> assertThat(c.path("status").asText())
                        .as(c.path("label").asText())
                        .isIn("MET", "CANCELLED"));
    }

    @Test
    void aPaidRepairRejectedOnceReworkedAndClosed() {
        register(place("2层会议室"), "20-form-receive");
        prepare("21");
        survey("非我司原因", "25-survey-not-our-cause");
        step(Site.MANAGER, "确认勘查结论", form -> {});
        assertThat(site.repairCase(caseNo).path("chargeBasis").asText()).isEqualTo("AGREEMENT");

        step(Site.COMMERCIAL, "编制报价", form -> {
            form.fill("material", "1280.5").fill("labour", "640").fill("management", "96.03");
            form.fill("details", "石膏板4张、乳胶漆1桶;2个工日");
            browser.screenshot("26-form-quote");
        });
        step(Site.COMMERCIAL, "与业主协商", form -> {
            assertThat(form.text()).contains("材料费1280.50,人工费640.00,管理费96.03,合计2016.53元");
            form.fill("result", "已签订协议");
            browser.screenshot("27-form-negotiation");
        });

        startWork("28");
        work("30-work", "更换石膏板4张,刷漆");
        selfCheck("31-self-check");
        accept(false, "32-acceptance-rejected");

        tasklist.login(Site.TECHNICIAN).openTaskOf(caseNo, "维修施工").claim();
        assertThat(tasklist.form().text()).contains("第1次不合格", "色差明显");
        browser.screenshot("33-rework-says-why");
        work("34-rework", "整面重新刷漆");
        selfCheck("35-self-check-of-the-rework");
        accept(true, "36-acceptance-second-round");
        close("37");

        JsonNode pays = site.repairCase(caseNo).path("ownerPays");
        assertThat(pays.path("material").asText()).isEqualTo("1280.50");
        assertThat(pays.path("labour").asText()).isEqualTo("640.00");
        assertThat(pays.path("management").asText()).isEqualTo("96.03");
        assertThat(pays.path("total").asText()).isEqualTo("2016.53");
    }

    @Test
    void aWrongReportIsSentBackInChineseWithEverythingKept() {
        String location = place("5层东侧");
        tasklist.login(Site.AFTER_SALES).openStart("报修维修");
        FormFields form = report(location);

        form.fill("reporterPhone", "没有");
        assertThat(form.errors()).containsExactly("格式不正确。");
        form.fill("reporterPhone", "13800000000");

        form.fill("receivedAt", Site.now().plusDays(1));
        assertThat(tasklist.startRefused()).contains("接报时间:不能晚于当前时间");
        browser.screenshot("40-time-in-the-future");

        form.fill("receivedAt", Site.now().minusHours(2));
        assertThat(tasklist.startRefused()).contains("补录原因");
        browser.screenshot("41-reason-for-late-entry-missing");
        assertThat(form.value("location")).isEqualTo(location);
        assertThat(form.value("description")).isEqualTo("石膏板吊顶开裂约2米");
        assertThat(form.value("projectCode")).startsWith(Site.PROJECT);
        assertThat(form.value("category")).isEqualTo("装修");
        assertThat(site.casesAt(location)).isZero();

        form.fill("lateEntryReason", "值班电话记录,上班后补录");
        tasklist.start();

        assertThat(site.casesAt(location)).isOne();
    }

    @Test
    void aTimeIsTakenToTheMinuteHoweverItIsTyped() {
        tasklist.login(Site.AFTER_SALES).openStart("报修维修");
        FormFields form = tasklist.startForm();

        form.typeTime("receivedAt", "16：41");
        assertThat(form.value("receivedAt")).endsWith(" 16:41");
        form.typeTime("receivedAt", "0907");
        assertThat(form.value("receivedAt")).endsWith(" 09:07");
        form.typeTime("receivedAt", "下午3:20");
        assertThat(form.value("receivedAt")).endsWith(" 15:20");
    }

    private void picture(String name, String publishedName) {
        if (published) {
            browser.picture(name, publishedName);
        } else {
            browser.screenshot(name);
        }
    }

    /** A room no other test reports from. */
    private static String place(String floor) {
        return floor + (1000 + Math.floorMod(System.nanoTime() / 1000, 9000)) + "室";
    }

    private FormFields report(String location) {
        return tasklist.startForm()
                .fill("projectCode", Site.PROJECT + " " + Site.PROJECT_NAME)
                .fill("reporterName", "周敏")
                .fill("reporterPhone", "13800000000")
                .fill("category", "装修")
                .fill("location", location)
                .fill("description", "石膏板吊顶开裂约2米");
    }

    private void register(String location, String picture) {
        tasklist.login(Site.AFTER_SALES).openStart("报修维修");
        report(location);
        picture(picture, "form-receive");
        tasklist.start();
        caseNo = site.caseAt(location);
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

    private void prepare(String number) {
        step(Site.AFTER_SALES, "下达维修任务单", form -> {
            assertThat(form.value("decision")).isEqualTo("受理,下达维修任务单");
            form.fill("decision", "不受理");
            assertThat(form.shows("refusalReason")).isTrue();
            assertThat(form.shows("itemCategory")).isFalse();
            form.fill("decision", "受理,下达维修任务单").fill("taskNote", "请尽快安排");
            browser.screenshot(number + "-task-order");
        });
        step(Site.MATERIALS, "安排材料", form -> form.fill("materialsPlan", "12mm石膏板4张,库房现有"));
        step(Site.PMD, "安排人员", form -> {
            form.fill("siteTechnician", site.nameOf(Site.SITE_TECHNICIAN)).fill("crew", "陈国强,刘大勇");
            browser.screenshot(number + "-crew");
        });
        step(Site.AFTER_SALES, "联系业主", form -> form.fill("contactNote", "已与周敏通话,约定今天上门勘查"));
    }

    private void survey(String cause, String picture) {
        step(Site.ENGINEER, "现场勘查", form -> {
            form.fill("causedByUs", cause).fill("repairMethod", "更换石膏板,重新批嵌").fill("evidence", "接缝未留伸缩缝");
            picture(picture, "form-survey");
        });
    }

    private void startWork(String number) {
        step(
                Site.AFTER_SALES,
                "反馈维修计划",
                form -> form.fill("plannedStartAt", Site.now().plusHours(1)).fill("planText", "两名技工上门,当天完成"));
        step(
                Site.SITE_TECHNICIAN,
                "约定维修时间",
                form -> form.fill("appointmentAt", Site.now().plusHours(1)));
        step(Site.SITE_TECHNICIAN, "核对开工条件", form -> {
            assertThat(form.shows("pauseCause")).isTrue();
            form.fill("conditions", "维修材料已到位,业主已同意上门时间,已到物业管理部办理登记手续");
            assertThat(form.shows("pauseCause")).isFalse();
            browser.screenshot(number + "-conditions-met");
        });
        step(Site.SITE_TECHNICIAN, "开工登记", form -> {
            assertThat(form.value("blocker")).isEqualTo("无障碍");
            assertThat(form.shows("blockerNote")).isFalse();
        });
    }

    private void work(String picture, String done) {
        step(Site.TECHNICIAN, "维修施工", form -> {
            assertThat(form.value("newFinding")).isEqualTo("无,维修已完成");
            form.fill("workDone", done).fill("care", "全程旁站监督,成品保护到位,现场清理完毕");
            browser.screenshot(picture);
        });
    }

    private void selfCheck(String picture) {
        step(Site.SITE_TECHNICIAN, "自检", form -> {
            form.fill("selfCheck", "合格").fill("selfCheckNote", "平整,无色差");
            browser.screenshot(picture);
        });
    }

    private void accept(boolean accepted, String picture) {
        step(Site.MANAGER, "业主验收", form -> {
            assertThat(form.value("ownerRepresentative")).isEqualTo("周敏");
            form.fill("decision", accepted ? "合格" : "不合格,返工");
            if (!accepted) {
                assertThat(tasklist.completeRefused()).contains("验收意见");
                form.fill("remarks", "色差明显");
            }
            picture(picture, "form-acceptance");
        });
    }

    /** The record appears by itself; then it is filed and the owner visited. */
    private void close(String number) {
        step(Site.PMD, "签字件归档", form -> {
            assertThat(form.text()).contains("下载《工程保修记录表》");
            form.fill("recordPlace", "档案室3柜2层");
            browser.screenshot(number + "-record-to-file");
        });
        step(Site.AFTER_SALES, "维保后回访", form -> {
            form.fill("satisfaction", "满意").fill("guidance", "勿用湿布擦拭");
            browser.screenshot(number + "-visit");
        });

        JsonNode closed = site.repairCase(caseNo);
        assertThat(closed.path("stage").asText()).isEqualTo("CLOSED");
        HttpResponse<String> record =
                app.getAs(Site.PMD, "/api/records/" + closed.path("recordNo").asText() + ".docx");
        assertThat(record.statusCode()).isEqualTo(200);
        assertThat(site.taskNames(caseNo)).isEmpty();
    }
}

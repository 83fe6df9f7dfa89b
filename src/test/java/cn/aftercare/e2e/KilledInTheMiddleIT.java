package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The power fails while somebody presses the button: what was confirmed to the person is there afterwards, what was not
 * is either done or to be done again, and nothing is done twice.
 */
class KilledInTheMiddleIT {

    @Test
    void nothingIsLostAndNothingDoneTwice() throws Exception {
        try (PackagedApp app = PowerCut.program()) {
            Site site = new Site(app);
            PowerCut power = new PowerCut(app, site);
            String key = UUID.randomUUID().toString();
            String caseNo = report(power, site, key);
            assertThat(site.casesAt("2层茶水间")).isOne();

            power.press(
                    caseNo, 20, Site.AFTER_SALES, "下达维修任务单", Map.of("decision", "TAKEN", "itemCategory", "DECORATION"));
            site.complete(Site.MATERIALS, caseNo, "安排材料", Map.of("materialsPlan", "石膏板4张"));
            site.complete(
                    Site.PMD, caseNo, "安排人员", Map.of("siteTechnician", Site.SITE_TECHNICIAN, "crew", List.of("陈国强")));
            site.complete(
                    Site.AFTER_SALES, caseNo, "联系业主", Map.of("respondedAt", PowerCut.time(), "contactNote", "今天上门"));
            Map<String, Object> conclusion = Map.of(
                    "inOurScope", "YES", "causedByUs", "YES", "repairSize", "MINOR", "causeCategory", "DECORATION");
            site.complete(
                    Site.ENGINEER,
                    caseNo,
                    "现场勘查",
                    with(
                            conclusion,
                            Map.of("surveyedAt", PowerCut.time(), "repairMethod", "更换石膏板", "evidence", "接缝开裂")));
            power.press(caseNo, 40, Site.MANAGER, "确认勘查结论", conclusion);
            assertThat(site.repairCase(caseNo).path("chargeBasis").asText()).isEqualTo("FREE");

            site.complete(
                    Site.AFTER_SALES,
                    caseNo,
                    "反馈维修计划",
                    Map.of("plannedStartAt", Site.now().plusHours(1).toString(), "planText", "今天下午", "informed", "周敏"));
            site.complete(
                    Site.SITE_TECHNICIAN,
                    caseNo,
                    "约定维修时间",
                    Map.of(
                            "agreedAt",
                            PowerCut.time(),
                            "appointmentAt",
                            Site.now().plusHours(1).toString()));
            site.complete(
                    Site.SITE_TECHNICIAN,
                    caseNo,
                    "核对开工条件",
                    Map.of("conditions", List.of("MATERIAL", "OWNER", "REGISTERED")));
            power.press(
                    caseNo, 10, Site.SITE_TECHNICIAN, "开工登记", Map.of("startedAt", PowerCut.time(), "blocker", "NONE"));
            site.complete(
                    Site.TECHNICIAN,
                    caseNo,
                    "维修施工",
                    Map.of(
                            "newFinding", "NONE",
                            "workDone", "更换石膏板",
                            "responsible", "陈国强",
                            "finishedAt", PowerCut.time(),
                            "care", List.of("SUPERVISED", "PROTECTED", "CLEANED")));
            site.complete(Site.SITE_TECHNICIAN, caseNo, "自检", Map.of("selfCheck", "PASSED"));
            // The record is archived by a job right after this answer.
            power.press(
                    caseNo,
                    2000,
                    Site.MANAGER,
                    "业主验收",
                    Map.of("decision", "ACCEPTED", "ownerRepresentative", "周敏", "decidedAt", PowerCut.time()));
            power.awaitTask(caseNo, "签字件归档");
            site.complete(Site.PMD, caseNo, "签字件归档", Map.of("recordPlace", "档案室"));
            power.press(
                    caseNo,
                    60,
                    Site.AFTER_SALES,
                    "维保后回访",
                    Map.of("visitedAt", PowerCut.time(), "satisfaction", "SATISFIED"));

            everythingOnce(site, caseNo);
        }
    }

    @Test
    void aDangerIsDispatchedReportedAndRecordedOnceWhateverHappens() throws Exception {
        try (PackagedApp app = PowerCut.program()) {
            Site site = new Site(app);
            PowerCut power = new PowerCut(app, site);
            Map<String, Object> report = Site.draft(Site.PROJECT, "地下室", Duration.ZERO);
            report.put("emergency", true);
            String caseNo = site.report(report, "nanjing", UUID.randomUUID().toString());
            power.press(
                    caseNo,
                    30,
                    Site.MANAGER,
                    "派遣抢修人员",
                    Map.of(
                            "dutyPerson",
                            "李建国",
                            "neededCrew",
                            1,
                            "siteTechnician",
                            Site.SITE_TECHNICIAN,
                            "crew",
                            List.of("陈国强"),
                            "dispatchedAt",
                            PowerCut.time()));
            site.complete(
                    Site.AFTER_SALES, caseNo, "响应业主", Map.of("respondedAt", PowerCut.time(), "contactNote", "已派人"));
            power.press(
                    caseNo,
                    20,
                    Site.SITE_TECHNICIAN,
                    "登记到场",
                    Map.of("arrivedAt", PowerCut.time(), "arrivedCrew", "陈国强", "whereabouts", "地下室"));
            // The case changes over to the other flow, whose papers are drawn up by a job.
            power.press(
                    caseNo,
                    40,
                    Site.SITE_TECHNICIAN,
                    "排险止损",
                    Map.of(
                            "safeAt",
                            PowerCut.time(),
                            "measures",
                            "关阀",
                            "makeSafeCost",
                            "0",
                            "structuralSuspected",
                            true));
            power.press(
                    caseNo,
                    20,
                    Site.MANAGER,
                    "报告监督机构",
                    Map.of(
                            "recipient",
                            "监督站",
                            "reportChannel",
                            "PHONE",
                            "reportedAt",
                            PowerCut.time(),
                            "receiptNo",
                            "1"));
            power.awaitTask(caseNo, "落实安全措施");

            assertThat(site.repairCase(caseNo).path("kind").asText()).isEqualTo("STRUCTURAL");
            assertThat(site.taskNames(caseNo)).containsExactlyInAnyOrder("落实安全措施", "告知业主报告义务", "征询原设计单位");
            assertThat(site.repairCase(caseNo).path("commitments"))
                    .filteredOn(c -> List.of("RESPONSE", "ARRIVAL", "STRUCTURAL_REPORT")
                            .contains(c.path("type").asText()))
                    .hasSize(4)
                    .allSatisfy(c -> assertThat(c.path("status").asText()).isEqualTo("MET"));
        }
    }

    @Test
    void aPlanIsReleasedOnceAndAVisitReportsItsDefectsOnce() throws Exception {
        try (PackagedApp app = PowerCut.program()) {
            Site site = new Site(app);
            PowerCut power = new PowerCut(app, site);
            String plan = site.startPlan();
            power.awaitTask(plan, "编制回访计划");
            power.press(plan, 30, Site.OFFICER, "编制回访计划", Map.of("submitNote", "请审批"));
            // The visits are made by a job right after this answer.
            power.press(plan, 600, Site.PMD_MANAGER, "审批回访计划", Map.of("decision", "APPROVE"));
            String visit = awaitVisit(power, site);

            String mark = "3层卫生间";
            power.press(
                    visit,
                    60,
                    Site.PMD,
                    "保修期内回访",
                    Map.of(
                            "outcome", "VISITED",
                            "visitedAt", PowerCut.time(),
                            "channel", "ON_SITE",
                            "responsible", "李建国",
                            "interviewees", "物业部 经理 周敏",
                            "situation", "使用情况良好",
                            "defects", List.of(Map.of("category", "WATERPROOF", "location", mark, "description", "渗漏")),
                            "issues", List.of()));
            power.awaitTask(visit, "跟进满意度调查");
            assertThat(site.casesAt(mark)).isOne();
            power.press(visit, 20, Site.PMD, "跟进满意度调查", Map.of("declinedReason", "业主无暇填写"));
            power.press(
                    site.caseAt(mark),
                    40,
                    Site.AFTER_SALES,
                    "下达维修任务单",
                    Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
            power.awaitTask(visit, "核实处理结果");

            List<String> visits = new ArrayList<>();
            site.get(Demo.ADMIN, "/engine-rest/history/process-instance?processDefinitionKey=revisit")
                    .forEach(v -> visits.add(v.path("businessKey").asText()));
            assertThat(visits).as("one instance for each visit").doesNotHaveDuplicates();
            assertThat(site.visitsOf(Site.PROJECT)).containsExactly(visit);
            assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();
        }
    }

    @Test
    void aSpotCheckOrdersAndFilesItsFindingsOnce() throws Exception {
        try (PackagedApp app = PowerCut.program()) {
            Site site = new Site(app);
            PowerCut power = new PowerCut(app, site);
            // The checks are ordered by a job right after this answer.
            power.interrupted(
                    3000,
                    () -> site.start(
                            Site.PMD,
                            "spot-check",
                            Map.of(
                                    "unit", "nanjing",
                                    "checkBy",
                                            Site.now()
                                                    .toLocalDate()
                                                    .plusDays(14)
                                                    .toString(),
                                    "topic", "防水专项",
                                    "method", "CHOSEN",
                                    "chosen", List.of(Site.PROJECT),
                                    "reason", "业主投诉较多")));
            power.await(
                    "the check",
                    () -> site.runningAt(Site.PROJECT, "spot-check").size() == 1);
            String check = site.runningAt(Site.PROJECT, "spot-check").get(0);
            power.press(
                    check,
                    60,
                    Site.PMD,
                    "现场检查",
                    Map.of(
                            "result",
                            "FINDINGS",
                            "checkedAt",
                            PowerCut.time(),
                            "inspectors",
                            "王强、赵敏",
                            "checked",
                            List.of("1"),
                            "content",
                            "抽看3间卫生间",
                            "findings",
                            List.of(Map.of(
                                    "category", "WATERPROOF",
                                    "grade", "ORDINARY",
                                    "part", "3层卫生间",
                                    "description", "墙面渗漏",
                                    "handling", "RECTIFY"))));
            power.awaitTask(check, "整改");
            power.press(
                    check,
                    40,
                    Site.MANAGER,
                    "整改",
                    Map.of(
                            "rectifiedAt",
                            PowerCut.time(),
                            "responsible",
                            "陈国强",
                            "measure",
                            "重做墙面防水",
                            "evidence",
                            "闭水试验记录存项目管理部"));
            power.awaitTask(check, "复查");
            power.press(check, 1000, Site.PMD, "复查", Map.of("verdict", "ACCEPTED"));
            power.await(
                    "the record",
                    () -> site.runningAt(Site.PROJECT, "spot-check").isEmpty());

            assertThat(site.doneTasks(check)).containsExactlyInAnyOrder("现场检查", "整改", "复查");
            assertThat(app.getAs(Site.PMD, "/inspections/" + check).body()).containsOnlyOnce(">监督抽查记录 JCJL-");
            assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();
        }
    }

    /** Released by a job, and due at once: accepted a year ago. */
    private static String awaitVisit(PowerCut power, Site site) {
        power.await("the visit", () -> site.visitsOf(Site.PROJECT).size() == 1);
        String visit = site.visitsOf(Site.PROJECT).get(0);
        power.awaitTask(visit, "保修期内回访");
        return visit;
    }

    /** The call centre sends its report again, with the same key, until it gets an answer. */
    private static String report(PowerCut power, Site site, String key) throws Exception {
        Map<String, Object> report = Site.draft(Site.PROJECT, "2层茶水间", Duration.ZERO);
        String before = power.interrupted(30, () -> site.report(report, "nanjing", key));
        String caseNo = site.report(report, "nanjing", key);
        if (before != null) {
            assertThat(caseNo).isEqualTo(before);
        }
        return caseNo;
    }

    private static void everythingOnce(Site site, String caseNo) {
        JsonNode closed = site.repairCase(caseNo);
        assertThat(closed.path("stage").asText()).isEqualTo("CLOSED");
        assertThat(site.taskNames(caseNo)).isEmpty();
        assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();

        assertThat(site.doneTasks(caseNo))
                .containsExactlyInAnyOrder(
                        "下达维修任务单", "安排材料", "安排人员", "联系业主", "现场勘查", "确认勘查结论", "反馈维修计划", "约定维修时间", "核对开工条件", "开工登记",
                        "维修施工", "自检", "业主验收", "签字件归档", "维保后回访");

        List<String> promises = new ArrayList<>();
        closed.path("commitments")
                .forEach(c -> promises.add(
                        c.path("type").asText() + " " + c.path("kind").asText()));
        assertThat(promises).doesNotHaveDuplicates();
        assertThat(site.instances("service-commitment", caseNo))
                .as("one clock for each promise")
                .isEqualTo(promises.size());

        assertThat(site.get(Demo.ADMIN, "/api/repair-cases/" + caseNo + "/records")
                        .findValuesAsText("kind"))
                .containsExactlyInAnyOrder("TASK_ORDER", "WARRANTY_RECORD");
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}

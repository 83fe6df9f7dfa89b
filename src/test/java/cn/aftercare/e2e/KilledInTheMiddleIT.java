package cn.aftercare.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * The power fails while somebody presses the button: what was confirmed to the person is there afterwards, what was not
 * is either done or to be done again, and nothing is done twice.
 */
class KilledInTheMiddleIT {

    @Test
    void nothingIsLostAndNothingDoneTwice() throws Exception {
        try (PackagedApp app = PackagedApp.start()) {
            Site site = new Site(app);
            String key = UUID.randomUUID().toString();
            String caseNo = report(app, site, key);
            assertThat(site.casesAt("2层茶水间")).isOne();

            press(
                    app,
                    site,
                    caseNo,
                    20,
                    Site.AFTER_SALES,
                    "下达维修任务单",
                    Map.of("decision", "TAKEN", "itemCategory", "DECORATION"));
            site.complete(Site.MATERIALS, caseNo, "安排材料", Map.of("materialsPlan", "石膏板4张"));
            site.complete(
                    Site.PMD, caseNo, "安排人员", Map.of("siteTechnician", Site.SITE_TECHNICIAN, "crew", List.of("陈国强")));
            site.complete(Site.AFTER_SALES, caseNo, "联系业主", Map.of("respondedAt", time(), "contactNote", "今天上门"));
            Map<String, Object> conclusion = Map.of(
                    "inOurScope", "YES", "causedByUs", "YES", "repairSize", "MINOR", "causeCategory", "DECORATION");
            site.complete(
                    Site.ENGINEER,
                    caseNo,
                    "现场勘查",
                    with(conclusion, Map.of("surveyedAt", time(), "repairMethod", "更换石膏板", "evidence", "接缝开裂")));
            press(app, site, caseNo, 40, Site.MANAGER, "确认勘查结论", conclusion);
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
                            time(),
                            "appointmentAt",
                            Site.now().plusHours(1).toString()));
            site.complete(
                    Site.SITE_TECHNICIAN,
                    caseNo,
                    "核对开工条件",
                    Map.of("conditions", List.of("MATERIAL", "OWNER", "REGISTERED")));
            press(app, site, caseNo, 10, Site.SITE_TECHNICIAN, "开工登记", Map.of("startedAt", time(), "blocker", "NONE"));
            site.complete(
                    Site.TECHNICIAN,
                    caseNo,
                    "维修施工",
                    Map.of(
                            "newFinding", "NONE",
                            "workDone", "更换石膏板",
                            "responsible", "陈国强",
                            "finishedAt", time(),
                            "care", List.of("SUPERVISED", "PROTECTED", "CLEANED")));
            site.complete(Site.SITE_TECHNICIAN, caseNo, "自检", Map.of("selfCheck", "PASSED"));
            // The record is archived by a job right after this answer.
            press(
                    app,
                    site,
                    caseNo,
                    2000,
                    Site.MANAGER,
                    "业主验收",
                    Map.of("decision", "ACCEPTED", "ownerRepresentative", "周敏", "decidedAt", time()));
            awaitTask(site, caseNo, "签字件归档");
            site.complete(Site.PMD, caseNo, "签字件归档", Map.of("recordPlace", "档案室"));
            press(
                    app,
                    site,
                    caseNo,
                    60,
                    Site.AFTER_SALES,
                    "维保后回访",
                    Map.of("visitedAt", time(), "satisfaction", "SATISFIED"));

            everythingOnce(site, caseNo);
        }
    }

    @Test
    void aDangerIsDispatchedReportedAndRecordedOnceWhateverHappens() throws Exception {
        try (PackagedApp app = PackagedApp.start()) {
            Site site = new Site(app);
            Map<String, Object> report = Site.draft(Site.PROJECT, "地下室", Duration.ZERO);
            report.put("emergency", true);
            String caseNo = site.report(report, "nanjing", UUID.randomUUID().toString());
            press(
                    app,
                    site,
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
                            time()));
            site.complete(Site.AFTER_SALES, caseNo, "响应业主", Map.of("respondedAt", time(), "contactNote", "已派人"));
            press(
                    app,
                    site,
                    caseNo,
                    20,
                    Site.SITE_TECHNICIAN,
                    "登记到场",
                    Map.of("arrivedAt", time(), "arrivedCrew", "陈国强", "whereabouts", "地下室"));
            // The case changes over to the other flow, whose papers are drawn up by a job.
            press(
                    app,
                    site,
                    caseNo,
                    40,
                    Site.SITE_TECHNICIAN,
                    "排险止损",
                    Map.of("safeAt", time(), "measures", "关阀", "makeSafeCost", "0", "structuralSuspected", true));
            press(
                    app,
                    site,
                    caseNo,
                    20,
                    Site.MANAGER,
                    "报告监督机构",
                    Map.of("recipient", "监督站", "reportChannel", "PHONE", "reportedAt", time(), "receiptNo", "1"));
            awaitTask(site, caseNo, "落实安全措施");

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
        try (PackagedApp app = PackagedApp.start()) {
            Site site = new Site(app);
            String plan = site.startPlan();
            awaitTask(site, plan, "编制回访计划");
            press(app, site, plan, 30, Site.OFFICER, "编制回访计划", Map.of("submitNote", "请审批"));
            // The visits are made by a job right after this answer.
            press(app, site, plan, 600, Site.PMD_MANAGER, "审批回访计划", Map.of("decision", "APPROVE"));
            String visit = awaitVisit(site);

            String mark = "3层卫生间";
            press(
                    app,
                    site,
                    visit,
                    60,
                    Site.PMD,
                    "保修期内回访",
                    Map.of(
                            "outcome", "VISITED",
                            "visitedAt", time(),
                            "channel", "ON_SITE",
                            "responsible", "李建国",
                            "interviewees", "物业部 经理 周敏",
                            "situation", "使用情况良好",
                            "defects", List.of(Map.of("category", "WATERPROOF", "location", mark, "description", "渗漏")),
                            "issues", List.of()));
            awaitTask(site, visit, "跟进满意度调查");
            assertThat(site.casesAt(mark)).isOne();
            press(app, site, visit, 20, Site.PMD, "跟进满意度调查", Map.of("declinedReason", "业主无暇填写"));
            press(
                    app,
                    site,
                    site.caseAt(mark),
                    40,
                    Site.AFTER_SALES,
                    "下达维修任务单",
                    Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
            awaitTask(site, visit, "核实处理结果");

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
        try (PackagedApp app = PackagedApp.start()) {
            Site site = new Site(app);
            // The checks are ordered by a job right after this answer.
            interrupted(
                    app,
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
            await("the check")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> site.runningAt(Site.PROJECT, "spot-check").size() == 1);
            String check = site.runningAt(Site.PROJECT, "spot-check").get(0);
            press(
                    app,
                    site,
                    check,
                    60,
                    Site.PMD,
                    "现场检查",
                    Map.of(
                            "result",
                            "FINDINGS",
                            "checkedAt",
                            time(),
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
            awaitTask(site, check, "整改");
            press(
                    app,
                    site,
                    check,
                    40,
                    Site.MANAGER,
                    "整改",
                    Map.of(
                            "rectifiedAt",
                            time(),
                            "responsible",
                            "陈国强",
                            "measure",
                            "重做墙面防水",
                            "evidence",
                            "闭水试验记录存项目管理部"));
            awaitTask(site, check, "复查");
            press(app, site, check, 1000, Site.PMD, "复查", Map.of("verdict", "ACCEPTED"));
            await("the record")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> site.runningAt(Site.PROJECT, "spot-check").isEmpty());

            List<String> done = new ArrayList<>();
            site.get(Demo.ADMIN, "/engine-rest/history/task?processInstanceBusinessKey=" + check)
                    .forEach(t -> done.add(t.path("name").asText()));
            assertThat(done).containsExactlyInAnyOrder("现场检查", "整改", "复查");
            assertThat(app.getAs(Site.PMD, "/inspections/" + check).body()).containsOnlyOnce(">监督抽查记录 JCJL-");
            assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();
        }
    }

    /** Released by a job, and due at once: accepted a year ago. */
    private static String awaitVisit(Site site) {
        await("the visit")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> site.visitsOf(Site.PROJECT).size() == 1);
        String visit = site.visitsOf(Site.PROJECT).get(0);
        awaitTask(site, visit, "保修期内回访");
        return visit;
    }

    /** The call centre sends its report again, with the same key, until it gets an answer. */
    private static String report(PackagedApp app, Site site, String key) throws Exception {
        Map<String, Object> report = Site.draft(Site.PROJECT, "2层茶水间", Duration.ZERO);
        String before = interrupted(app, 30, () -> site.report(report, "nanjing", key));
        String caseNo = site.report(report, "nanjing", key);
        if (before != null) {
            assertThat(caseNo).isEqualTo(before);
        }
        return caseNo;
    }

    /** Completes the task while the program is killed; presses again if that had not been confirmed. */
    private static void press(
            PackagedApp app,
            Site site,
            String caseNo,
            int millis,
            String person,
            String taskName,
            Map<String, Object> fields)
            throws Exception {
        JsonNode task = site.task(caseNo, taskName);
        String id = task.path("id").asText();
        if (task.path("assignee").isNull()) {
            site.claim(person, id);
        }
        HttpResponse<String> answer = interrupted(app, millis, () -> site.submit(person, id, fields));
        boolean open = site.taskNames(caseNo).contains(taskName);
        if (answer != null) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            assertThat(open).as(taskName + " was confirmed and is open again").isFalse();
        }
        if (open) {
            assertThat(site.task(caseNo, taskName).path("assignee").asText()).isEqualTo(person);
            site.complete(person, caseNo, taskName, fields);
        }
    }

    /** Lets the request run for so long at most, pulls the plug and starts again; null if no answer came in time. */
    private static <T> T interrupted(PackagedApp app, int millis, Supplier<T> request) throws Exception {
        CompletableFuture<T> answer = CompletableFuture.supplyAsync(request);
        T inTime = null;
        try {
            inTime = answer.get(millis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // Under way.
        }
        app.kill();
        if (inTime == null) {
            try {
                inTime = answer.get(30, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                // The connection broke: the person does not know.
            }
        }
        app.restart();
        return inTime;
    }

    /** A job that was under way waits until its lock runs out, a minute at most. */
    private static void awaitTask(Site site, String caseNo, String name) {
        await("task " + name)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> site.taskNames(caseNo).contains(name));
    }

    private static void everythingOnce(Site site, String caseNo) {
        JsonNode closed = site.repairCase(caseNo);
        assertThat(closed.path("stage").asText()).isEqualTo("CLOSED");
        assertThat(site.taskNames(caseNo)).isEmpty();
        assertThat(site.get(Demo.ADMIN, "/engine-rest/incident")).isEmpty();

        List<String> done = new ArrayList<>();
        site.get(Demo.ADMIN, "/engine-rest/history/task?processInstanceBusinessKey=" + caseNo)
                .forEach(t -> done.add(t.path("name").asText()));
        assertThat(done).doesNotHaveDuplicates().contains("下达维修任务单", "确认勘查结论", "开工登记", "业主验收", "维保后回访");

        List<String> promises = new ArrayList<>();
        closed.path("commitments")
                .forEach(c -> promises.add(
                        c.path("type").asText() + " " + c.path("kind").asText()));
        assertThat(promises).doesNotHaveDuplicates();
        assertThat(site.get(
                        Demo.ADMIN,
                        "/engine-rest/history/process-instance?processDefinitionKey=service-commitment"
                                + "&processInstanceBusinessKey=" + caseNo))
                .as("one clock for each promise")
                .hasSameSizeAs(promises);

        Set<String> kinds = new HashSet<>();
        site.get(Demo.ADMIN, "/api/repair-cases/" + caseNo + "/records")
                .forEach(r -> assertThat(kinds.add(r.path("kind").asText()))
                        .as(r.toString())
                        .isTrue());
        assertThat(kinds).isNotEmpty();
    }

    private static String time() {
        return Site.now().toString();
    }

    private static Map<String, Object> with(Map<String, Object> some, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }
}

package cn.aftercare.inspection;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import cn.aftercare.inspection.app.InspectionOverview;
import cn.aftercare.inspection.app.InspectionStory;
import cn.aftercare.inspection.app.MonthlyReports;
import cn.aftercare.inspection.app.ReportReview;
import cn.aftercare.inspection.app.ReportSheets;
import cn.aftercare.inspection.app.SpotChecks;
import cn.aftercare.inspection.app.SpotDraws;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.SampleFiles;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.story.StoryEvent;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Pages;
import cn.aftercare.testing.Steps;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way a spot check and a monthly report can take. */
@EngineTest
@Import({Walk.class, Steps.class})
@CoversModels({"spot-check", "rectification-reporting", "rectification-report"})
class InspectionFlowTest {

    private static final String CHECKER = "nanjing-pmd";
    private static final String HQ = "hq-pmd";
    private static final String OFFICER = "nanjing-performance-officer";
    private static final String HQ_OFFICER = "hq-performance-officer";
    private static final String MANAGER = "nanjing-pmd-manager";
    private static final String RECTIFIER = "nanjing-warranty-manager";
    private static final String MAY = "ZGBS-2026-05-nanjing";

    @Autowired
    ProjectService projects;

    @Autowired
    SpotDraws draws;

    @Autowired
    SpotChecks checks;

    @Autowired
    MonthlyReports reports;

    @Autowired
    ReportReview review;

    @Autowired
    ReportSheets sheets;

    @Autowired
    InspectionOverview overview;

    @Autowired
    InspectionStory story;

    @Autowired
    RepairCases cases;

    @Autowired
    RecordArchive records;

    @Autowired
    AttachmentService attachments;

    @Autowired
    TaskService tasks;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    /** Other tests' projects are none of this one's. */
    @BeforeEach
    void onlyOurs() {
        jdbc.sql("update project set closed_on = accepted_on where closed_on is null")
                .update();
        EngineTime.set("2026-05-20T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
        for (String table : List.of(
                "rectification_line",
                "rectification_report",
                "spot_rectification",
                "spot_finding",
                "spot_check_item",
                "spot_check",
                "spot_draw_project",
                "spot_draw")) {
            jdbc.sql("delete from " + table).update();
        }
        jdbc.sql("delete from acceptance_round where case_no like 'BX-2026-9%'").update();
        jdbc.sql("delete from repair_case where case_no like 'BX-2026-9%'").update();
        jdbc.sql("update project set management_mode = 'BRANCH_DIRECT' where code like 'BS-%'")
                .update();
        jdbc.sql("update project set closed_on = accepted_on where closed_on is null")
                .update();
    }

    // 抽取

    @Test
    void a_random_draw_records_what_it_was_made_from_and_can_be_made_again() {
        IntStream.rangeClosed(1, 8).forEach(i -> project("JC-R" + i, i % 2 == 0 ? "nanjing" : "suzhou"));
        String draw = ordered(HQ, random("hq", 3));
        SpotDraw made = steps.as(HQ, () -> draws.visible(draw));
        assertThat(made.eligible())
                .containsExactly("JC-R1", "JC-R2", "JC-R3", "JC-R4", "JC-R5", "JC-R6", "JC-R7", "JC-R8");
        assertThat(made.drawn()).hasSize(3).isEqualTo(new RandomDraw(made.seed(), made.eligible(), 3).drawn());
        assertThat(made.seed()).matches("[0-9a-f]{32}");
        assertThat(made.dueAt()).isEqualTo(at("2026-06-04T00:00:00+08:00"));
        assertThat(checks.ofDraw(draw)).extracting(SpotCheck::projectCode).isEqualTo(made.drawn());

        // What comes later changes neither the draw nor its proof.
        project("JC-R9", "nanjing");
        jdbc.sql("update project set closed_on = accepted_on where code = 'JC-R1'")
                .update();
        SpotDraw later = steps.as(HQ, () -> draws.visible(draw));
        assertThat(later.eligible()).isEqualTo(made.eligible());
        assertThat(later.reproduced()).isTrue();
    }

    @Test
    void headquarters_may_narrow_the_draw_to_units() {
        project("JC-S1", "nanjing");
        project("JC-S2", "suzhou");
        Map<String, Object> fields = random("hq", 1);
        fields.put("scope", Walk.list("suzhou"));
        String draw = ordered(HQ, fields);
        assertThat(steps.as(HQ, () -> draws.visible(draw)).drawn()).containsExactly("JC-S2");
    }

    @Test
    void bad_input_starts_nothing_and_leaves_no_trace() {
        project("JC-B1", "nanjing");
        project("JC-B2", "suzhou");
        refused(CHECKER, with(random("nanjing", 2)), "抽取数量:抽取范围内在册工程只有1个");
        refused(CHECKER, with(random("nanjing", 1), "wanted", null), "抽取数量:必填");
        refused(CHECKER, with(random("nanjing", 1), "wanted", 0), "抽取数量:不能小于1");
        refused(CHECKER, with(random("nanjing", 1), "wanted", 1.5), "抽取数量:应为整数");
        refused(CHECKER, with(random("nanjing", 51)), "抽取数量:应为1至50");
        refused(CHECKER, with(random("nanjing", 1), "checkBy", "2026-05-19"), "检查完成期限:不能早于今天");
        refused(CHECKER, with(random("nanjing", 1), "checkBy", "2026-06-20"), "检查完成期限:不能超过30天");
        refused(CHECKER, with(random("nanjing", 1), "topic", " "), "抽查内容:必填");
        refused(CHECKER, with(random("nanjing", 1), "method", "DICE"), "抽取方式:不在可选范围内");
        refused(CHECKER, with(random("nanjing", 1), "scope", Walk.list("suzhou")), "抽取范围:分公司只能抽查本单位的工程");
        refused(CHECKER, with(chosen("nanjing"), "reason", ""), "指定理由:必填");
        refused(CHECKER, with(chosen("nanjing"), "chosen", Walk.list()), "指定工程:必填");
        refused(CHECKER, with(chosen("nanjing"), "chosen", Walk.list("JC-B2")), "指定工程:没有可以抽查的工程“JC-B2”");
        refused(CHECKER, with(chosen("nanjing"), "chosen", Walk.list("JC-B9")), "指定工程:没有可以抽查的工程“JC-B9”");
        assertThat(jdbc.sql("select count(*) from spot_draw").query(Long.class).single())
                .isZero();
        // Today is not too early, and the thirtieth day not too late.
        ordered(CHECKER, with(random("nanjing", 1), "checkBy", "2026-05-20"));
        ordered(CHECKER, with(random("nanjing", 1), "checkBy", "2026-06-19"));
    }

    @Test
    void a_branch_checks_its_own_projects_headquarters_all_and_nobody_else() {
        project("JC-A1", "nanjing");
        project("JC-A2", "suzhou");
        assertThatThrownBy(() -> steps.start("suzhou-pmd", "spot-check", random("nanjing", 1)))
                .hasMessage("只有抽查单位的项目管理部可以发起监督抽查");
        assertThatThrownBy(() -> steps.start("admin", "spot-check", random("nanjing", 1)))
                .hasMessage("只有抽查单位的项目管理部可以发起监督抽查");
        assertThatThrownBy(() -> steps.start("nanjing-engineer", "spot-check", random("nanjing", 1)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> steps.start(CHECKER, "spot-check", random("hq", 1)))
                .hasMessage("只有抽查单位的项目管理部可以发起监督抽查");
        String draw = ordered(HQ, with(chosen("hq"), "chosen", Walk.list("JC-A1", "JC-A2")));
        assertThat(checks.ofDraw(draw)).extracting(SpotCheck::unit).containsExactlyInAnyOrder("nanjing", "suzhou");

        String check = checks.ofDraw(draw).get(0).checkNo();
        Task site = steps.task(check, "现场检查");
        // Whoever may complete it in the engine is still asked for the role.
        assertThatThrownBy(() -> steps.complete("admin", site, clean())).hasMessage("只有抽查单位的项目管理部可以登记检查");
        assertThatThrownBy(() -> steps.complete(CHECKER, site, clean())).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> steps.complete("suzhou-pmd", site, clean())).isInstanceOf(RuntimeException.class);
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.ORDERED);
        steps.complete(HQ, site, clean());
        assertThat(steps.as("suzhou-pmd", () -> overview.checks(all("suzhou"), null))
                        .rows())
                .extracting(SpotCheck::projectCode)
                .containsExactly("JC-A2");
    }

    // 检查

    @Test
    void a_check_that_finds_nothing_is_filed_at_once() {
        String check = check("JC-1");
        assertThat(steps.due(check, "现场检查")).isEqualTo(at("2026-06-04T00:00:00+08:00"));
        assertThat(checks.items(check))
                .extracting(CheckItem::part)
                .startsWith("维保人员")
                .hasSize(6);
        Task site = steps.task(check, "现场检查");
        steps.complete(CHECKER, site, clean());
        assertThatThrownBy(() -> steps.complete(CHECKER, site, clean())).isInstanceOf(RuntimeException.class);
        steps.job(check);
        SpotCheck closed = checks.of(check);
        assertThat(closed.stage()).isEqualTo(CheckStage.CLOSED);
        assertThat(closed.recordNo()).startsWith("JCJL-2026-");
        assertThat(steps.as(CHECKER, () -> records.ofCase(check)))
                .extracting(r -> r.recordNo() + " " + r.projectCode())
                .containsExactly(closed.recordNo() + " JC-1");
        assertThat(checks.items(check)).filteredOn(CheckItem::checked).hasSize(2);
        assertThat(steps.running(check)).isFalse();

        String path = "/inspections/" + check;
        Pages pages = new Pages(web);
        assertThat(pages.of("nanjing-pmd", path)).contains(path + "/history");
        assertThat(pages.of("nanjing-pmd", path + "/history")).contains("监督抽查", "人工办理 · 已完成");
        assertThat(pages.status("suzhou-pmd", path + "/history")).isEqualTo(404);
    }

    @Test
    void what_does_not_fit_comes_back_to_the_form_and_leaves_no_trace() {
        String check = check("JC-2");
        wrong(check, with(clean(), "result", "FINDINGS"), "问题:请至少登记一项");
        wrong(check, with(found(finding()), "result", "CLEAN"), "检查结果:登记了问题的,应选“发现问题”");
        wrong(check, with(clean(), "checkedAt", "2026-05-20T09:01"), "检查时间:不能晚于当前时间");
        wrong(check, with(clean(), "checkedAt", "2026-05-20T08:59"), "检查时间:不能早于下达检查");
        wrong(check, with(clean(), "checked", Walk.list()), "已检查的项目:请勾选实际检查的项目");
        wrong(check, with(clean(), "checked", Walk.list("99")), "已检查的项目:请勾选实际检查的项目");
        wrong(check, with(clean(), "inspectors", null), "检查人员:必填");
        wrong(check, Map.of("result", "NOT_DONE"), "无法检查的原因:必填");
        wrong(check, found(finding("part", "")), "问题第1行部位:必填");
        wrong(check, found(finding("grade", "HUGE")), "问题第1行等级:不在可选范围内");
        wrong(check, found(finding("deadline", "2026-05-19")), "问题第1行整改期限:不能早于今天");
        wrong(check, found(finding("deadline", "2026-06-05")), "问题第1行整改期限:一般问题不能超过15天,最晚2026-06-04");
        wrong(
                check,
                found(finding(), finding("grade", "MAJOR", "deadline", "2026-05-24")),
                "问题第2行整改期限:重大问题不能超过3天,最晚2026-05-23");
        wrong(check, found(finding("category", "RECORDS", "handling", "REPAIR")), "问题第1行处理方式:资料档案类问题不能转报修");
        wrong(check, found(finding("category", "STRUCTURE")), "问题第1行处理方式:主体结构问题应按涉及结构安全转报修");
        wrong(check, found(IntStream.range(0, 31).mapToObj(i -> finding()).toArray(Map[]::new)), "问题:一项检查最多登记30项");
        assertThat(checks.findings(check)).isEmpty();
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.ORDERED);
    }

    @Test
    void a_check_is_reminded_of_told_late_supervised_and_given_up_with_the_reason() {
        String check = check("JC-3");
        // Three quarters of 14 days and 15 hours.
        fires(check, "2026-05-31T08:15:00+08:00");
        assertThat(events(check)).contains("提醒");
        fires(check, "2026-06-04T00:00:00+08:00");
        assertThat(told(check, "逾期督办")).endsWith("已告知 南京分公司 项目管理部经理");
        assertThat(steps.open(check)).containsExactly("现场检查", "督办检查");
        assertThatThrownBy(() -> steps.complete("admin", check, "督办检查", Map.of("supervision", "催")))
                .hasMessage("只有抽查单位的项目管理部经理可以督办");
        assertThatThrownBy(() -> steps.complete(MANAGER, check, "督办检查", Map.of("supervision", " ")))
                .hasMessage("督办措施:必填");
        steps.complete(MANAGER, check, "督办检查", Map.of("supervision", "明日上午前往"));
        assertThat(told(check, "督办")).isEqualTo(check + ":明日上午前往");
        steps.complete(CHECKER, check, "现场检查", Map.of("result", "NOT_DONE", "notDoneReason", "业主停业,无法进入"));
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.NOT_DONE);
        assertThat(checks.of(check).visit().notDoneReason()).isEqualTo("业主停业,无法进入");
        assertThat(steps.running(check)).isFalse();
    }

    /** Two findings of a check by headquarters: each has its own deadline, rounds and end. */
    @Test
    void findings_are_rectified_late_supervised_sent_back_and_verified() {
        project("JC-4", "nanjing");
        String check = checks.ofDraw(ordered(HQ, with(chosen("hq"), "chosen", Walk.list("JC-4"))))
                .get(0)
                .checkNo();
        steps.complete(
                HQ,
                check,
                "现场检查",
                found(
                        finding("category", "RECORDS", "part", "保修档案", "grade", "MAJOR"),
                        finding("part", "3层卫生间", "deadline", "2026-05-28")));
        String records = check + "-1";
        String leak = check + "-2";
        assertThat(checks.finding(records).dueAt()).isEqualTo(at("2026-05-24T00:00:00+08:00"));
        assertThat(checks.finding(leak).dueAt()).isEqualTo(at("2026-05-29T00:00:00+08:00"));
        assertThat(steps.tasks(check, "整改"))
                .extracting(Task::getAssignee)
                .containsExactly("nanjing-warranty-manager", "nanjing-warranty-manager");

        // Half of the three days and fifteen hours of what is grave.
        fires(check, "2026-05-22T04:30:00+08:00");
        assertThat(told(check, "提醒")).contains(records).endsWith("已告知 南京分公司 维保经理");
        fires(check, "2026-05-24T00:00:00+08:00");
        assertThat(told(check, "逾期督办")).endsWith("已告知 南京分公司 项目管理部经理、总部 项目管理部");
        assertThatThrownBy(() -> steps.complete("hq-pmd-manager", check, "督办整改", Map.of("supervision", "催")))
                .isInstanceOf(AuthorizationException.class);
        steps.complete(MANAGER, check, "督办整改", Map.of("supervision", "已约谈维保经理"));

        EngineTime.set("2026-05-24T10:00:00+08:00");
        Task first = rectify(check, records);
        assertThatThrownBy(() -> steps.complete(RECTIFIER, first, with(rectified("2026-05-24T09:30"), "evidence", "")))
                .hasMessageStartingWith("其他整改依据:尚未上传整改照片");
        assertThatThrownBy(() -> steps.complete(RECTIFIER, first, rectified("2026-05-24T10:01")))
                .hasMessage("整改完成时间:不能晚于当前时间");
        assertThatThrownBy(() -> steps.complete(RECTIFIER, first, rectified("2026-05-20T08:59")))
                .hasMessage("整改完成时间:不能早于发现问题或上次复查");
        assertThatThrownBy(() -> steps.complete("suzhou-warranty-manager", first, rectified("2026-05-24T09:30")))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> steps.complete("admin", first, rectified("2026-05-24T09:30")))
                .hasMessage("只有工程所属单位的维保经理、专业工程师可以登记整改");
        steps.complete(RECTIFIER, first, rectified("2026-05-24T09:30"));
        assertThatThrownBy(() -> steps.complete(RECTIFIER, first, rectified("2026-05-24T09:30")))
                .isInstanceOf(RuntimeException.class);
        assertThat(checks.finding(records).status()).isEqualTo(FindingStatus.RECTIFIED);
        assertThat(steps.due(check, "复查")).isEqualTo(at("2026-05-30T00:00:00+08:00"));

        fires(check, "2026-05-30T00:00:00+08:00");
        assertThat(told(check, "逾期督办")).contains("复查 " + records).endsWith("已告知 总部 项目管理部经理");
        steps.complete("hq-pmd-manager", check, "督办复查", Map.of("supervision", "今日复查"));
        Task verify = steps.task(check, "复查");
        assertThatThrownBy(() -> steps.complete(CHECKER, verify, Map.of("verdict", "ACCEPTED")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> steps.complete("admin", verify, Map.of("verdict", "ACCEPTED")))
                .hasMessage("只有抽查单位的项目管理部可以复查");
        assertThatThrownBy(() -> steps.complete(HQ, verify, Map.of("verdict", "REJECTED")))
                .hasMessage("复查意见:不合格时必填");
        assertThatThrownBy(() -> steps.complete(
                        HQ, verify, Map.of("verdict", "REJECTED", "verifyRemarks", "缺签字", "newDeadline", "2026-06-03")))
                .hasMessage("新的整改期限:重大问题不能超过3天,最晚2026-06-02");
        steps.complete(HQ, verify, Map.of("verdict", "REJECTED", "verifyRemarks", "缺签字", "newDeadline", "2026-06-01"));
        assertThat(checks.finding(records).dueAt()).isEqualTo(at("2026-06-02T00:00:00+08:00"));
        assertThat(rectify(check, records).getDueDate()).isEqualTo(at("2026-06-02T00:00:00+08:00"));

        EngineTime.set("2026-05-30T15:00:00+08:00");
        // This time a photo shows it.
        steps.as(
                RECTIFIER, () -> attachments.upload(check, AttachmentPurpose.PHOTO, "整改后.jpg", SampleFiles.jpeg("现场")));
        steps.complete(RECTIFIER, rectify(check, records), with(rectified("2026-05-30T14:00"), "evidence", ""));
        steps.complete(HQ, steps.task(check, "复查"), Map.of("verdict", "ACCEPTED"));
        assertThat(checks.rounds(records))
                .extracting(r -> r.roundNo() + " " + r.accepted() + " " + r.remarks() + " " + r.dueAt())
                .containsExactly(
                        "1 false 缺签字 " + at("2026-05-24T00:00:00+08:00"),
                        "2 true null " + at("2026-06-02T00:00:00+08:00"));

        // The other one is open, and with it the check.
        assertThat(steps.open(check)).contains("整改");
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.RECTIFYING);
        steps.complete(RECTIFIER, rectify(check, leak), rectified("2026-05-30T14:30"));
        steps.complete(HQ, steps.task(check, "复查"), Map.of("verdict", "ACCEPTED", "verifyRemarks", "合格"));
        steps.job(check);
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.CLOSED);
        assertThat(steps.running(check)).isFalse();
    }

    @Test
    void who_rectified_does_not_verify() {
        String check = check("JC-5");
        steps.complete(CHECKER, check, "现场检查", found(finding()));
        steps.complete(RECTIFIER, check, "整改", rectified("2026-05-20T09:00"));
        jdbc.sql("update spot_rectification set recorded_by = ?").param(CHECKER).update();
        assertThatThrownBy(() -> steps.complete(CHECKER, check, "复查", Map.of("verdict", "ACCEPTED")))
                .hasMessage("整改不能由登记整改的人自己复查");
    }

    /** The photos of the check itself show what is wrong, not that it is right. */
    @Test
    void a_photo_from_before_is_no_evidence() {
        String check = check("JC-6");
        steps.as(CHECKER, () -> attachments.upload(check, AttachmentPurpose.PHOTO, "问题.jpg", SampleFiles.jpeg("现场")));
        EngineTime.set("2026-05-20T10:00:00+08:00");
        steps.complete(CHECKER, check, "现场检查", found(finding()));
        EngineTime.set("2026-05-21T10:00:00+08:00");
        assertThatThrownBy(() ->
                        steps.complete(RECTIFIER, check, "整改", with(rectified("2026-05-21T09:00"), "evidence", "")))
                .hasMessageStartingWith("其他整改依据:尚未上传整改照片");
    }

    @Test
    void headquarters_adds_photos_to_a_check_it_makes_and_strangers_do_not() {
        project("JC-7", "nanjing");
        String check = checks.ofDraw(ordered(HQ, with(chosen("hq"), "chosen", Walk.list("JC-7"))))
                .get(0)
                .checkNo();
        steps.as(HQ, () -> attachments.upload(check, AttachmentPurpose.PHOTO, "现场.jpg", SampleFiles.jpeg("现场")));
        assertThatThrownBy(() -> steps.as(
                        "suzhou-pmd",
                        () -> attachments.upload(check, AttachmentPurpose.PHOTO, "现场.jpg", SampleFiles.jpeg("现场"))))
                .hasMessage("没有案件 " + check);
    }

    @Test
    void a_defect_becomes_a_repair_whose_end_lets_the_checkers_verify() {
        String check = check("JC-8");
        steps.complete(
                CHECKER,
                check,
                "现场检查",
                found(
                        finding("handling", "REPAIR"),
                        finding("handling", "REPAIR", "category", "PLUMBING", "part", "5层管井")));
        List<SpotFinding> findings = checks.findings(check);
        RepairCase repair = cases.of(findings.get(0).caseNo());
        assertThat(repair.report().receivedAt()).isEqualTo(at("2026-05-20T09:00:00+08:00"));
        assertThat(repair.report().channel()).isEqualTo(Channel.INSPECTION);
        assertThat(repair.report().category()).isEqualTo(DefectCategory.WATERPROOF);
        assertThat(findings).extracting(SpotFinding::status).containsOnly(FindingStatus.REPAIRING);
        assertThat(steps.open(check)).isEmpty();

        EngineTime.set("2026-05-27T09:00:00+08:00");
        refuse(findings.get(1).caseNo());
        assertThat(checks.findings(check))
                .extracting(SpotFinding::status)
                .containsExactly(FindingStatus.REPAIRING, FindingStatus.RECTIFIED);
        // Counted from the end of the repair, not from the check.
        assertThat(steps.due(check, "复查")).isEqualTo(at("2026-06-02T00:00:00+08:00"));
        assertThat(checks.rounds(check + "-2").get(0).measure()).endsWith("不予受理");
        steps.complete(CHECKER, check, "复查", Map.of("verdict", "REJECTED", "verifyRemarks", "仍渗漏,请维保经理处理"));
        steps.complete(RECTIFIER, check, "整改", rectified("2026-05-27T09:00"));
        steps.complete(CHECKER, check, "复查", Map.of("verdict", "ACCEPTED"));
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.RECTIFYING);
        refuse(findings.get(0).caseNo());
        steps.complete(CHECKER, check, "复查", Map.of("verdict", "ACCEPTED"));
        steps.job(check);
        assertThat(checks.of(check).stage()).isEqualTo(CheckStage.CLOSED);
    }

    // 报送

    @Test
    void a_month_is_compiled_confirmed_returned_received_and_filed() throws IOException {
        groupName("BS-1");
        String verified = repair("BS-1", "2026-05-03T10:00:00+08:00", "2026-05-06T10:00:00+08:00", "REVISIT");
        String open = repair("BS-1", "2026-05-22T10:00:00+08:00", null, "PHONE");
        String late = repair("BS-1", "2026-05-25T23:59:59+08:00", "2026-05-26T00:00:00+08:00", "PHONE");
        repair("BS-1", "2026-05-26T00:00:00+08:00", null, "PHONE");
        project("BS-2", "nanjing");
        repair("BS-2", "2026-05-03T10:00:00+08:00", "2026-05-06T10:00:00+08:00", "PHONE");

        EngineTime.set("2026-05-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        steps.job(MAY);
        assertThat(lines(MAY))
                .containsExactly(
                        verified + " REVISIT VERIFIED null", open + " REPAIR OPEN 已登记", late + " REPAIR OPEN 报送月之后已核验");
        assertThat(steps.due(MAY, "确认整改情况")).isEqualTo(at("2026-06-01T00:00:00+08:00"));

        assertThatThrownBy(() -> remark("nanjing-pmd", 2, "业主出差")).hasMessage("只有本单位生产履约管理岗可以确认整改情况");
        assertThatThrownBy(() -> remark(OFFICER, 2, "长".repeat(501))).hasMessage("说明:不能超过500个字");
        assertThatThrownBy(() -> remark(OFFICER, 4, "没有这一项")).hasMessage("没有第4项");
        remark(OFFICER, 2, " 业主出差,约定6月2日 ");
        assertThatThrownBy(() -> steps.complete("admin", MAY, "确认整改情况", Map.of()))
                .hasMessage("只有本单位生产履约管理岗可以确认整改情况");
        assertThatThrownBy(() -> steps.complete("suzhou-performance-officer", MAY, "确认整改情况", Map.of()))
                .isInstanceOf(RuntimeException.class);
        Task confirm = steps.task(MAY, "确认整改情况");
        steps.complete(OFFICER, confirm, Map.of("remarks", "逐项到场核验"));
        assertThatThrownBy(() -> steps.complete(OFFICER, confirm, Map.of())).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> remark(OFFICER, 1, "补充")).hasMessage("整改情况报送待总部接收,不能修改");
        assertThat(steps.due(MAY, "接收整改情况")).isEqualTo(at("2026-05-30T00:00:00+08:00"));

        assertThatThrownBy(() -> steps.complete(OFFICER, MAY, "接收整改情况", Map.of("verdict", "RECEIVED")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> steps.complete(HQ_OFFICER, MAY, "接收整改情况", Map.of("verdict", "RETURNED")))
                .hasMessage("审核意见:退回时必填");
        EngineTime.set("2026-05-30T09:00:00+08:00");
        steps.complete(HQ_OFFICER, MAY, "接收整改情况", Map.of("verdict", "RETURNED", "reviewRemarks", "请说明第3项"));
        assertThat(report(MAY).status()).isEqualTo(ReportStatus.RETURNED);
        assertThat(steps.due(MAY, "确认整改情况")).isEqualTo(at("2026-06-03T00:00:00+08:00"));
        remark(OFFICER, 3, "5月26日验收");
        steps.complete(OFFICER, MAY, "确认整改情况", Map.of("remarks", "已补充说明"));
        steps.complete(HQ_OFFICER, MAY, "接收整改情况", Map.of("verdict", "RECEIVED"));
        steps.job(MAY);
        assertThat(report(MAY).status()).isEqualTo(ReportStatus.ARCHIVED);
        assertThat(report(MAY).late(EngineTime.now())).isFalse();
        assertThat(steps.running(MAY)).isFalse();

        String path = "/inspections/" + MAY;
        Pages pages = new Pages(web);
        assertThat(pages.of("nanjing-pmd", path)).contains(path + "/history");
        assertThat(pages.of("nanjing-pmd", path + "/history")).contains("整改情况报送", "人工办理 · 已完成");
        assertThat(pages.status("suzhou-pmd", path + "/history")).isEqualTo(404);
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(sheets.xlsx(report(MAY))))) {
            assertThat(book.getSheet("明细").getLastRowNum()).isEqualTo(3);
            assertThat(book.getSheet("明细").getRow(2).getCell(11).getStringCellValue())
                    .isEqualTo("业主出差,约定6月2日");
            assertThat(book.getSheet("报送").getRow(5).getCell(1).getStringCellValue())
                    .isEqualTo("3项");
        }

        // What was open then is verified in the next month, and nothing is reported twice.
        accept(open, "2026-06-02T10:00:00+08:00");
        EngineTime.set("2026-06-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        String june = "ZGBS-2026-06-nanjing";
        steps.job(june);
        assertThat(lines(june)).hasSize(3).contains(open + " REPAIR VERIFIED null", late + " REPAIR VERIFIED null");
    }

    /** Typed in after the month was compiled: the next report has it. */
    @Test
    void what_was_accepted_in_a_month_but_typed_in_later_is_reported_in_the_next() {
        groupName("BS-3");
        EngineTime.set("2026-05-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        steps.job(MAY);
        assertThat(lines(MAY)).isEmpty();
        String typed = repair("BS-3", "2026-05-25T08:00:00+08:00", "2026-05-25T20:00:00+08:00", "PHONE");
        EngineTime.set("2026-06-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        steps.job("ZGBS-2026-06-nanjing");
        assertThat(lines("ZGBS-2026-06-nanjing")).containsExactly(typed + " REPAIR VERIFIED null");
    }

    @Test
    void findings_are_reported_with_their_reason_and_the_repair_of_a_finding_only_once() {
        groupName("BS-4");
        String check = checks.ofDraw(ordered(CHECKER, with(chosen("nanjing"), "chosen", Walk.list("BS-4"))))
                .get(0)
                .checkNo();
        assertThat(checks.items(check)).extracting(CheckItem::part).contains("集团名义管理");
        steps.complete(
                CHECKER,
                check,
                "现场检查",
                found(
                        finding(),
                        finding("handling", "REPAIR", "part", "屋面"),
                        finding("deadline", "2026-05-25", "part", "大厅"),
                        finding("part", "走廊")));
        String caseNo = checks.finding(check + "-2").caseNo();
        EngineTime.set("2026-05-21T10:00:00+08:00");
        for (String no : List.of(check + "-1", check + "-4")) {
            steps.complete(RECTIFIER, rectify(check, no), rectified("2026-05-21T09:00"));
        }
        Task first = verification(check, check + "-1");
        steps.complete(CHECKER, first, Map.of("verdict", "ACCEPTED"));
        steps.complete(
                CHECKER, verification(check, check + "-4"), Map.of("verdict", "REJECTED", "verifyRemarks", "仍有裂缝"));
        EngineTime.set("2026-05-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        steps.job(MAY);
        assertThat(lines(MAY))
                .containsExactly(
                        check + "-1 SPOT_CHECK VERIFIED null",
                        check + "-3 SPOT_CHECK OVERDUE 待整改",
                        check + "-2 SPOT_CHECK OPEN 报修处理中 " + caseNo,
                        check + "-4 SPOT_CHECK OPEN 待整改:仍有裂缝");
    }

    @Test
    void a_report_is_reminded_of_told_late_and_supervised() {
        groupName("BS-5");
        EngineTime.set("2026-05-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        steps.job(MAY);
        // Half of the five days and twenty-three hours.
        fires(MAY, "2026-05-29T00:30:00+08:00");
        assertThat(told(MAY, "提醒")).endsWith("已告知 南京分公司 生产履约管理岗");
        fires(MAY, "2026-06-01T00:00:00+08:00");
        assertThat(told(MAY, "逾期督办")).endsWith("已告知 南京分公司 项目管理部经理、总部 生产履约管理岗");
        assertThat(report(MAY).late(EngineTime.now())).isTrue();
        assertThatThrownBy(() -> steps.complete("admin", MAY, "督办整改情况报送", Map.of("supervision", "催")))
                .hasMessage("只有报送单位的项目管理部经理可以督办");
        steps.complete(MANAGER, MAY, "督办整改情况报送", Map.of("supervision", "今日报送"));
        // Nothing to rectify is reported too.
        assertThat(told(MAY, "汇总整改情况")).isEqualTo("本月无整改事项");
        steps.complete(OFFICER, MAY, "确认整改情况", Map.of());

        // Three quarters of the four days that headquarters has; then its own manager is told.
        fires(MAY, "2026-06-04T00:00:00+08:00");
        assertThat(told(MAY, "提醒")).startsWith("接收南京分公司2026年5月").endsWith("已告知 总部 生产履约管理岗");
        fires(MAY, "2026-06-05T00:00:00+08:00");
        assertThat(told(MAY, "逾期督办")).startsWith("接收南京分公司2026年5月").endsWith("已告知 总部 生产履约管理岗、总部 项目管理部经理");
        assertThat(steps.open(MAY)).containsExactly("接收整改情况", "督办接收整改情况");
        assertThatThrownBy(() -> steps.complete(MANAGER, MAY, "督办接收整改情况", Map.of("supervision", "催")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> steps.complete("admin", MAY, "督办接收整改情况", Map.of("supervision", "催")))
                .hasMessage("只有总部项目管理部经理可以督办接收");
        steps.complete("hq-pmd-manager", MAY, "督办接收整改情况", Map.of("supervision", "今日审核"));
        assertThat(told(MAY, "督办")).isEqualTo("今日审核");
        steps.complete(HQ_OFFICER, MAY, "接收整改情况", Map.of("verdict", "RECEIVED"));
        steps.job(MAY);
        assertThat(report(MAY).status()).isEqualTo(ReportStatus.ARCHIVED);
        assertThat(report(MAY).late(EngineTime.now())).isTrue();
    }

    @Test
    void a_month_is_reported_once_by_hand_or_by_timer_and_only_by_branches_with_group_name_projects() {
        groupName("BS-6");
        project("BS-7", "suzhou");
        assertThatThrownBy(() -> byHand("suzhou-performance-officer", "suzhou", "2026-04"))
                .hasMessage("报送单位:没有集团名义承接(总部授权)的工程,不需要报送");
        assertThatThrownBy(() -> byHand("suzhou-performance-officer", "nanjing", "2026-04"))
                .hasMessage("只有报送单位或总部的生产履约管理岗可以启动整改情况报送");
        assertThatThrownBy(() -> byHand("admin", "nanjing", "2026-04")).hasMessage("只有报送单位或总部的生产履约管理岗可以启动整改情况报送");
        assertThatThrownBy(() -> byHand(OFFICER, "nanjing", "2026-05")).hasMessage("报送月份:应为最近6个已截止的报送月");
        assertThatThrownBy(() -> byHand(OFFICER, "nanjing", "2025-10")).hasMessage("报送月份:应为最近6个已截止的报送月");
        assertThat(byHand(HQ_OFFICER, "nanjing", "2025-11")).isEqualTo("ZGBS-2025-11-nanjing");
        EngineTime.set("2026-05-26T00:59:00+08:00");
        assertThat(byHand(OFFICER, "nanjing", "2026-05")).isEqualTo(MAY);
        assertThatThrownBy(() -> byHand(HQ_OFFICER, "nanjing", "2026-05"))
                .hasMessage("2026年5月的整改情况报送已经启动(ZGBS-2026-05-nanjing)");
        EngineTime.set("2026-05-26T01:00:00+08:00");
        steps.timer("rectification-reporting");
        assertThat(jdbc.sql("select report_no from rectification_report order by report_no")
                        .query(String.class)
                        .list())
                .containsExactly("ZGBS-2025-11-nanjing", MAY);
        assertThat(steps.as("suzhou-performance-officer", () -> overview.reports(all(null), null))
                        .total())
                .isZero();
    }

    @Test
    void the_timer_waits_for_who_is_starting_the_same_report_by_hand_and_starts_no_second_one() {
        groupName("BS-8");
        EngineTime.set("2026-05-26T01:00:00+08:00");
        ExecutorService timer = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> due = transactions.execute(byHand -> {
                steps.as(OFFICER, () -> reports.startedByHand("nanjing", "2026-05"));
                Future<List<String>> started = timer.submit(reports::startDue);
                await().until(() -> jdbc.sql("select count(*) from pg_locks where not granted")
                                .query(Long.class)
                                .single()
                        > 0);
                return started;
            });
            assertThat(due)
                    .succeedsWithin(Duration.ofSeconds(30))
                    .asInstanceOf(LIST)
                    .isEmpty();
        } finally {
            timer.shutdownNow();
        }
        assertThat(jdbc.sql("select report_no from rectification_report")
                        .query(String.class)
                        .list())
                .containsExactly(MAY);
    }

    // ---------------------------------------------------------------------------------------------------------------

    private void project(String code, String unit) {
        save(code, unit, ManagementMode.BRANCH_DIRECT);
    }

    private void groupName(String code) {
        save(code, "nanjing", ManagementMode.HQ_AUTHORISED);
    }

    private void save(String code, String unit, ManagementMode mode) {
        projects.save(new Project(
                code,
                "玄武大厦装修工程",
                "玄武置业有限公司",
                "周敏",
                "13800000000",
                "南京市玄武区1号",
                unit,
                mode,
                LocalDate.parse("2023-08-31"),
                "李建国",
                null,
                null,
                null,
                new Team(unit + "-warranty-manager", "李建国", null, null, null, List.of()),
                Arrays.stream(DefectCategory.values())
                        .map(WarrantyItem::standard)
                        .toList(),
                Machine.standardSet(),
                List.of(),
                null));
    }

    private static Map<String, Object> random(String unit, int wanted) {
        Map<String, Object> fields = order(unit, "RANDOM");
        fields.put("wanted", wanted);
        return fields;
    }

    private static Map<String, Object> chosen(String unit) {
        Map<String, Object> fields = order(unit, "CHOSEN");
        fields.put("chosen", Walk.list("JC-B1"));
        fields.put("reason", "业主投诉较多");
        return fields;
    }

    private static Map<String, Object> order(String unit, String method) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("unit", unit);
        fields.put("checkBy", "2026-06-03");
        fields.put("topic", "防水与给排水专项");
        fields.put("method", method);
        return fields;
    }

    private static Map<String, Object> with(Map<String, Object> fields, Object... changes) {
        Map<String, Object> changed = new HashMap<>(fields);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    private void refused(String person, Map<String, Object> fields, String message) {
        assertThatThrownBy(() -> steps.start(person, "spot-check", fields)).hasMessage(message);
    }

    /** Starts a draw and orders its checks; gives the number of the draw. */
    private String ordered(String person, Map<String, Object> fields) {
        String draw = steps.start(person, "spot-check", fields);
        steps.job(draw);
        assertThat(steps.running(draw)).isFalse();
        return draw;
    }

    /** The check of a new project of Nanjing by its own department, ordered at 09:00, due on 3 June. */
    private String check(String code) {
        project(code, "nanjing");
        return checks.ofDraw(ordered(CHECKER, with(chosen("nanjing"), "chosen", Walk.list(code))))
                .get(0)
                .checkNo();
    }

    private static Map<String, Object> clean() {
        return new HashMap<>(Map.of(
                "result",
                "CLEAN",
                "checkedAt",
                "2026-05-20T09:00",
                "inspectors",
                "王强、赵敏",
                "content",
                "使用情况良好",
                "checked",
                Walk.list("1", "3")));
    }

    @SafeVarargs
    private static Map<String, Object> found(Map<String, Object>... findings) {
        try {
            return with(
                    clean(),
                    "result",
                    "FINDINGS",
                    "findings",
                    Spin.JSON(new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(findings)));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> finding(Object... changes) {
        return with(
                Map.of(
                        "category",
                        "WATERPROOF",
                        "grade",
                        "ORDINARY",
                        "part",
                        "3层卫生间",
                        "description",
                        "墙面渗漏",
                        "handling",
                        "RECTIFY"),
                changes);
    }

    private void wrong(String check, Map<String, Object> fields, String message) {
        assertThatThrownBy(() -> steps.complete(CHECKER, check, "现场检查", fields)).hasMessage(message);
    }

    private static Map<String, Object> rectified(String at) {
        return Map.of("rectifiedAt", at, "responsible", "技工1", "measure", "重做防水", "evidence", "试水记录存项目管理部");
    }

    private Task rectify(String check, String findingNo) {
        return ofFinding(check, "整改", findingNo);
    }

    private Task verification(String check, String findingNo) {
        return ofFinding(check, "复查", findingNo);
    }

    private Task ofFinding(String check, String name, String findingNo) {
        return steps.tasks(check, name).stream()
                .filter(t -> findingNo.equals(tasks.getVariable(t.getId(), "findingNo")))
                .findFirst()
                .orElseThrow();
    }

    private void fires(String key, String at) {
        steps.fires(key, at);
    }

    private List<String> events(String number) {
        return story.of(number).stream().map(StoryEvent::title).toList();
    }

    /** What the last event of this title says. */
    private String told(String number, String title) {
        return story.of(number).stream()
                .filter(e -> e.title().equals(title))
                .reduce((before, last) -> last)
                .orElseThrow()
                .detail();
    }

    /** The quickest way to the end of a case. */
    private void refuse(String caseNo) {
        steps.complete(
                "nanjing-after-sales", caseNo, "下达维修任务单", Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
    }

    private static int numbers;

    /** A case as the tables have it once it was received, and accepted if so. */
    private String repair(String project, String receivedAt, String acceptedAt, String channel) {
        String caseNo = "BX-2026-9%05d".formatted(numbers++);
        jdbc.sql("""
                        insert into repair_case (case_no, project_code, unit, received_at, recorded_at, recorded_by, channel,
                            reporter_name, reporter_phone, category, location, description, emergency, structural,
                            public_area, stage, severity)
                        values (?, ?, 'nanjing', ?, ?, 'nanjing-after-sales', ?, '周敏', '13800000000', 'WATERPROOF', '屋面',
                            '渗漏', false, false, false, 'REGISTERED', 'MINOR')
                        """)
                .params(
                        caseNo,
                        project,
                        java.time.OffsetDateTime.parse(receivedAt),
                        java.time.OffsetDateTime.parse(receivedAt),
                        channel)
                .update();
        if (acceptedAt != null) {
            accept(caseNo, acceptedAt);
        }
        return caseNo;
    }

    private void accept(String caseNo, String at) {
        jdbc.sql("insert into acceptance_round (case_no, round_no, accepted, decided_at) values (?, 1, true, ?)")
                .params(caseNo, java.time.OffsetDateTime.parse(at))
                .update();
    }

    private List<String> lines(String reportNo) {
        return overview.lines(reportNo, all(null)).rows().stream()
                .map(l -> l.refNo() + " " + l.source() + " " + l.state() + " " + l.reason())
                .toList();
    }

    private RectificationReport report(String reportNo) {
        return reports.of(reportNo);
    }

    private void remark(String person, int seq, String text) {
        steps.as(person, () -> {
            review.remark(MAY, seq, text);
            return null;
        });
    }

    private String byHand(String person, String unit, String month) {
        return steps.start(person, "rectification-report", Map.of("unit", unit, "month", month));
    }

    private static InspectionOverview.Filter all(String unit) {
        return new InspectionOverview.Filter(unit, null, 0, 100);
    }
}

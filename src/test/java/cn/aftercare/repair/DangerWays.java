package cn.aftercare.repair;

import static cn.aftercare.repair.Walk.at;
import static cn.aftercare.repair.Walk.endOf;
import static cn.aftercare.repair.Walk.form;
import static cn.aftercare.repair.Walk.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.Severity;
import cn.aftercare.emergency.app.EmergencyWork;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.record.AttachmentPurpose;
import cn.aftercare.record.app.AttachmentService;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.repair.app.Reclassification;
import cn.aftercare.structural.app.StructuralWork;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Emergencies and dangers to the structure, from the call to the closing report. */
abstract class DangerWays {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    @Autowired
    Walk walk;

    @Autowired
    IdentityService identity;

    @Autowired
    Reclassification reclassification;

    @Autowired
    StructuralWork structural;

    @Autowired
    EmergencyWork emergencies;

    @Autowired
    AttachmentService attachments;

    @Autowired
    RecordArchive records;

    @BeforeEach
    void project() {
        walk.project();
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    private Repair emergency(String receivedAt) {
        ReportDraft d = walk.report(receivedAt, DefectCategory.PLUMBING);
        return begun(new ReportDraft(
                d.projectCode(),
                d.receivedAt(),
                d.channel(),
                d.reporterName(),
                d.reporterPhone(),
                d.category(),
                d.location(),
                "水管爆裂",
                true,
                false,
                false,
                null,
                d.lateEntryReason()));
    }

    private Repair structuralReport(String receivedAt) {
        ReportDraft d = walk.report(receivedAt, DefectCategory.STRUCTURE);
        return begun(new ReportDraft(
                d.projectCode(),
                d.receivedAt(),
                d.channel(),
                d.reporterName(),
                d.reporterPhone(),
                d.category(),
                "2层大梁",
                "大梁开裂",
                false,
                true,
                false,
                null,
                d.lateEntryReason()));
    }

    /** The papers are drawn up by a job of their own; nobody waits for them. */
    private Repair begun(ReportDraft draft) {
        Repair repair = walk.reported(draft);
        walk.runDueJobs();
        return repair;
    }

    private static void answer(Repair repair) {
        repair.complete(
                "nanjing-after-sales",
                "响应业主",
                Map.of("respondedAt", form(EngineTime.now()), "contactNote", "已派人,先关总阀"));
    }

    private static void dispatch(Repair repair, Map<String, Object> differing) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "dutyPerson",
                "李建国 13900000000",
                "neededCrew",
                2,
                "siteTechnician",
                "nanjing-site-technician",
                "crew",
                list("技工1", "技工2"),
                "borrowedCrew",
                "",
                "dispatchedAt",
                form(EngineTime.now())));
        fields.putAll(differing);
        repair.complete("nanjing-warranty-manager", "派遣抢修人员", fields);
    }

    private static void arrive(Repair repair) {
        repair.complete(
                "nanjing-site-technician",
                "登记到场",
                Map.of("arrivedAt", form(EngineTime.now()), "arrivedCrew", "技工1、技工2", "whereabouts", "3层设备间"));
    }

    private static void makeSafe(Repair repair, boolean structural) {
        repair.complete(
                "nanjing-site-technician",
                "排险止损",
                Map.of(
                        "safeAt",
                        form(EngineTime.now()),
                        "measures",
                        "关闭总阀,抽排积水",
                        "makeSafeCost",
                        "500.00",
                        "structuralSuspected",
                        structural));
    }

    /** An emergency answered, with people on site and the danger over. */
    private Repair madeSafe(String receivedAt) {
        Repair repair = emergency(receivedAt);
        answer(repair);
        dispatch(repair, Map.of());
        arrive(repair);
        makeSafe(repair, false);
        return repair;
    }

    private static void executed(Repair repair) {
        repair.agreeAppointment().conditionsMet().start(Map.of());
        if (repair.openTasks().contains("恢复使用功能")) {
            repair.complete(
                    "nanjing-technician",
                    "恢复使用功能",
                    Map.of("restoredAt", form(EngineTime.now()), "restoreNote", "临时支顶"));
        }
        repair.work().selfCheck(true).accept(true);
    }

    private static void settled(Repair repair, String cause) {
        settled(repair, cause, "MINOR");
    }

    private static void settled(Repair repair, String cause, String size) {
        Map<String, Object> fields = Map.of(
                "inOurScope",
                "YES",
                "causedByUs",
                cause,
                "repairSize",
                size,
                "causeCategory",
                repair.now().report().category().name());
        Map<String, Object> established = new HashMap<>(fields);
        established.put("surveyedAt", form(EngineTime.now()));
        established.put("evidence", "接头老化");
        repair.complete("nanjing-engineer", "查明责任", established);
        repair.complete("nanjing-warranty-manager", "确认责任", fields);
    }

    private void photo(Repair repair, int nth) {
        byte[] content = PNG.clone();
        content[8] = (byte) nth;
        LoggedIn.as(
                identity,
                "nanjing-site-technician",
                () -> attachments.upload(repair.caseNo(), AttachmentPurpose.PHOTO, "photo" + nth + ".png", content));
    }

    private void measure(Repair repair, int nth, boolean further) {
        photo(repair, nth);
        repair.complete(
                "nanjing-site-technician",
                "落实安全措施",
                Map.of("takenAt", form(EngineTime.now()), "measure", "钢管支撑第" + nth + "道", "furtherMeasures", further));
    }

    private static void report(Repair repair) {
        repair.complete(
                "nanjing-warranty-manager",
                "报告监督机构",
                Map.of(
                        "recipient", "南京市建筑工程质量安全监督站 王工",
                        "reportChannel", "PHONE",
                        "reportedAt", form(EngineTime.now()),
                        "receiptNo", "宁质监2026-001"));
    }

    private static void tellOwner(Repair repair) {
        repair.complete(
                "nanjing-after-sales",
                "告知业主报告义务",
                Map.of("toldAt", form(EngineTime.now()), "toldWhom", "周敏", "toldHow", "PHONE", "toldNote", "依法立即报告"));
    }

    private static void designer(Repair repair, String answer) {
        repair.complete(
                "nanjing-engineer",
                "征询原设计单位",
                Map.of(
                        "designer",
                        "江苏省建筑设计院",
                        "askedAt",
                        form(EngineTime.now()),
                        "designerAnswer",
                        answer,
                        "designerEvidence",
                        "工商登记显示已注销"));
    }

    private static void scheme(Repair repair, String title) {
        repair.complete(
                "nanjing-engineer",
                "登记保修方案",
                Map.of("schemeTitle", title, "receivedAt", form(EngineTime.now()), "schemeSummary", "粘钢加固"));
    }

    private static void review(Repair repair, boolean accepted) {
        repair.complete(
                "nanjing-warranty-manager",
                "审查保修方案",
                Map.of(
                        "verdict", accepted ? "ACCEPTED" : "REJECTED",
                        "decidedAt", form(EngineTime.now()),
                        "reviewRemarks", accepted ? "" : "验算缺失"));
    }

    @Test
    void an_emergency_in_a_holiday_night_is_answered_made_safe_repaired_and_settled_free() {
        EngineTime.set("2025-10-02T02:20:00+08:00");
        Repair repair = emergency("2025-10-02T02:15:00+08:00");
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-10-02T10:15:00+08:00"));
        assertThat(repair.hard(CommitmentType.ARRIVAL).dueAt()).isEqualTo(at("2025-10-02T10:15:00+08:00"));
        assertThat(repair.target(CommitmentType.TASK_ORDER).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.now().stage()).isEqualTo(Stage.EMERGENCY);

        answer(repair);
        dispatch(repair, Map.of());
        EngineTime.set("2025-10-02T03:10:00+08:00");
        arrive(repair);
        assertThat(repair.hard(CommitmentType.ARRIVAL).status()).isEqualTo(CommitmentStatus.MET);
        makeSafe(repair, false);
        executed(repair);
        settled(repair, "YES");
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
        assertThat(repair.now().ownerPays().total()).isEqualByComparingTo("0.00");
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
        assertThat(repair.now().kind()).isEqualTo(CaseKind.EMERGENCY);
    }

    @Test
    void the_size_judged_after_the_acceptance_promises_nothing_of_the_work() {
        EngineTime.set("2025-10-02T02:20:00+08:00");
        Repair repair = madeSafe("2025-10-02T02:15:00+08:00");
        executed(repair);
        Set<String> before = repair.promises();
        settled(repair, "YES", "MAJOR");
        assertThat(repair.now().severity()).isEqualTo(Severity.MAJOR);
        assertThat(repair.promises()).isEqualTo(before);
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void the_size_changes_until_the_work_is_done() {
        EngineTime.set("2025-09-22T09:00:00+08:00");
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00")
                .surveyed(Map.of())
                .confirm(Map.of())
                .started(Map.of());
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.RUNNING);
        size(repair, Severity.MAJOR);
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.CANCELLED);
        assertThat(repair.target(CommitmentType.FUNCTION_RESTORED).dueAt()).isEqualTo(endOf("2025-09-22"));
        assertThat(repair.hard(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-09-28"));
        repair.work().selfCheck(true);
        // Its own task had been passed when the repair became a major one.
        assertThat(repair.target(CommitmentType.FUNCTION_RESTORED).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.hard(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.MET);
        assertThatThrownBy(() -> size(repair, Severity.MINOR))
                .isInstanceOf(ConflictException.class)
                .hasMessage("施工已完成,不能再改判大小修");
        assertThat(LoggedIn.as(
                        identity, "nanjing-warranty-manager", () -> reclassification.permittedSizes(repair.now())))
                .isEmpty();
    }

    private void size(Repair repair, Severity severity) {
        LoggedIn.as(identity, "nanjing-warranty-manager", () -> {
            reclassification.size(repair.caseNo(), severity, "现场情况与报修不同");
            return null;
        });
    }

    @Test
    void fewer_people_than_asked_for_must_be_made_up_by_the_company() {
        EngineTime.set("2025-10-02T02:20:00+08:00");
        Repair repair = emergency("2025-10-02T02:15:00+08:00");
        assertThatThrownBy(() -> dispatch(repair, Map.of("neededCrew", 3))).hasMessage("从公司调用:出动技工2人,少于需要的3人,必须填写调用人员");
        assertThatThrownBy(() -> dispatch(repair, Map.of("neededCrew", 1, "crew", list())))
                .as("nobody on duty")
                .hasMessageContaining("从公司调用");
        dispatch(repair, Map.of("neededCrew", 1, "crew", list(), "borrowedCrew", "总部水工陈强"));
        assertThat(emergencies.find(repair.caseNo()).orElseThrow().borrowedCrew())
                .isEqualTo("总部水工陈强");
    }

    @Test
    void arrival_met_but_response_never_logged_escalates_alone() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = emergency("2025-10-02T02:15:00+08:00");
        dispatch(repair, Map.of());
        arrive(repair);
        walk.runDueJobsUntil(at("2025-10-02T10:14:59+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.RUNNING);
        walk.runDueJobsUntil(at("2025-10-02T10:15:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
        walk.runDueJobsUntil(at("2025-10-02T12:15:00+08:00"));
        assertThat(repair.supervision()).containsExactly("督办:总部项目管理部", "督办:维保经理", "督办:项目管理部经理");
        assertThat(repair.hard(CommitmentType.ARRIVAL).status()).isEqualTo(CommitmentStatus.MET);
        makeSafe(repair, false);
        assertThat(repair.openTasks()).contains("响应业主");
    }

    @Test
    void after_the_warranty_an_emergency_costs_the_material_and_never_what_made_it_safe_at_our_fault() {
        walk.project(Walk.PROJECT, "nanjing", LocalDate.of(2020, 10, 15));
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = madeSafe("2025-10-02T02:15:00+08:00");
        executed(repair);
        settled(repair, "YES");
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.MATERIAL_ONLY);
        Map<String, Object> bill = new HashMap<>(Map.of(
                "material", "860.00",
                "labour", "0",
                "management", "0",
                "makeSafeIncluded", "100",
                "details", "阀门、管件",
                "answer", "YES",
                "answeredAt", form(EngineTime.now()),
                "answeredBy", "周敏"));
        assertThatThrownBy(() -> repair.complete("nanjing-commercial", "与业主结算", bill))
                .hasMessage("其中:排险费用:属我司原因的排险费用不得收取,必须为0");
        bill.put("makeSafeIncluded", "0");
        bill.put("labour", "10");
        assertThatThrownBy(() -> repair.complete("nanjing-commercial", "与业主结算", bill))
                .hasMessage("人工费、管理费:过保的只收材料费,必须为0");
        bill.put("labour", "0");
        repair.complete("nanjing-commercial", "与业主结算", bill);
        assertThat(repair.now().ownerPays().total()).isEqualByComparingTo("860.00");
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void an_emergency_that_concerns_the_structure_goes_over_keeping_number_t0_and_what_was_met() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = emergency("2025-10-02T02:15:00+08:00");
        answer(repair);
        dispatch(repair, Map.of());
        arrive(repair);
        EngineTime.set("2025-10-02T04:15:00+08:00");
        makeSafe(repair, true);
        assertThat(repair.now().kind()).isEqualTo(CaseKind.STRUCTURAL);
        assertThat(repair.now().stage()).isEqualTo(Stage.STRUCTURAL);
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.hard(CommitmentType.ARRIVAL).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.target(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2025-10-02T06:15:00+08:00"));
        assertThat(repair.hard(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2025-10-03T04:15:00+08:00"));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
    }

    @Test
    void a_danger_to_the_structure_runs_to_the_closing_report_by_another_design_unit() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = structuralReport("2026-01-05T14:10:00+08:00");
        assertThat(repair.target(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2026-01-05T18:30:00+08:00"));
        assertThat(repair.hard(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2026-01-06T16:30:00+08:00"));
        assertThat(repair.promises()).noneMatch(p -> p.startsWith("START") || p.startsWith("COMPLETION"));

        assertThatThrownBy(() -> repair.complete(
                        "nanjing-site-technician",
                        "落实安全措施",
                        Map.of("takenAt", form(EngineTime.now()), "measure", "支撑", "furtherMeasures", false)))
                .hasMessageContaining("请先在案件页面上传该项措施的现场照片");
        measure(repair, 1, true);
        measure(repair, 2, false);
        report(repair);
        assertThat(repair.hard(CommitmentType.STRUCTURAL_REPORT).status()).isEqualTo(CommitmentStatus.MET);
        tellOwner(repair);
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET);
        designer(repair, "GONE");
        repair.complete(
                "nanjing-engineer",
                "委托有资质单位",
                Map.of(
                        "designerName", "东南大学建筑设计研究院",
                        "designerClass", "建筑设计甲级",
                        "designerCertificate", "A132000001",
                        "engagedAt", form(EngineTime.now())));
        scheme(repair, "大梁加固方案");
        review(repair, false);
        assertThat(repair.openTasks()).containsExactly("登记保修方案");
        scheme(repair, "大梁加固方案(修改)");
        review(repair, true);
        assertThat(structural.schemes(repair.caseNo()))
                .extracting(s -> s.accepted())
                .containsExactly(false, true);
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2026-01-08"));
        executed(repair);
        settled(repair, "YES");
        repair.complete("nanjing-pmd", "登记备案", Map.of("filingNo", "备2026-017", "filedAt", form(EngineTime.now())));
        repair.complete(
                "nanjing-warranty-manager",
                "报送结案报告",
                Map.of("submittedAt", form(EngineTime.now()), "closingReceiptNo", "宁质监2026-002"));
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
        assertThat(structural.find(repair.caseNo()).orElseThrow().filing().no()).isEqualTo("备2026-017");
        assertThat(structural.find(repair.caseNo()).orElseThrow().filing().closingNo())
                .startsWith("JGJA-2026-");
    }

    @Test
    void nothing_less_than_name_class_and_certificate_stands_in_for_the_design_unit() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = structuralReport("2026-01-05T14:10:00+08:00");
        designer(repair, "REFUSES");
        assertThatThrownBy(() -> repair.complete(
                        "nanjing-engineer",
                        "委托有资质单位",
                        Map.of(
                                "designerName",
                                "某设计院",
                                "designerClass",
                                "",
                                "designerCertificate",
                                "",
                                "engagedAt",
                                form(EngineTime.now()))))
                .hasMessageContaining("资质等级:必填")
                .hasMessageContaining("资质证书编号:必填");
    }

    @Test
    void a_withdrawn_classification_needs_both_managers_and_returns_with_its_clocks() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = structuralReport("2026-01-05T14:10:00+08:00");
        propose(repair);
        judge(repair, "nanjing-warranty-manager", "维保经理意见", false);
        assertThat(repair.openTasks()).doesNotContain("项目管理部意见");
        propose(repair);
        judge(repair, "nanjing-warranty-manager", "维保经理意见", true);
        judge(repair, "nanjing-pmd-manager", "项目管理部意见", false);
        assertThat(repair.now().kind()).isEqualTo(CaseKind.STRUCTURAL);
        propose(repair);
        judge(repair, "nanjing-warranty-manager", "维保经理意见", true);
        judge(repair, "nanjing-pmd-manager", "项目管理部意见", true);
        assertThat(repair.now().kind()).isEqualTo(CaseKind.ORDINARY);
        assertThat(repair.openTasks()).containsExactly("安排人员", "安排材料", "联系业主");
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2026-01-08"));
        assertThat(repair.hard(CommitmentType.STRUCTURAL_REPORT).status()).isEqualTo(CommitmentStatus.CANCELLED);
    }

    private void propose(Repair repair) {
        LoggedIn.as(identity, "nanjing-engineer", () -> {
            reclassification.proposeWithdrawal(repair.caseNo(), "仅抹灰层开裂");
            return null;
        });
    }

    private static void judge(Repair repair, String person, String task, boolean agrees) {
        repair.complete(
                person, task, Map.of("agreement", agrees ? "AGREE" : "DISAGREE", "agreementRemarks", "已核对检测报告"));
    }

    private void reclassify(Repair repair, String person, CaseKind kind) {
        LoggedIn.as(identity, person, () -> {
            reclassification.to(repair.caseNo(), kind, "业主来电说明");
            return null;
        });
    }

    @Test
    void a_manager_reclassifies_anywhere_and_the_old_tasks_close() {
        EngineTime.set("2025-09-22T09:00:00+08:00");
        Repair repair = walk.reported(walk.report("2025-09-22T09:00:00+08:00"));
        repair.issueTaskOrder();
        reclassify(repair, "nanjing-warranty-manager", CaseKind.EMERGENCY);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-22T17:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.CANCELLED);
        assertThat(repair.story()).contains("改判为紧急抢修", "关闭原待办");
        reclassify(repair, "nanjing-warranty-manager", CaseKind.ORDINARY);
        assertThat(repair.openTasks()).containsExactly("安排人员", "安排材料", "联系业主");
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-23T09:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
        reclassify(repair, "nanjing-engineer", CaseKind.STRUCTURAL);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
        assertThatThrownBy(() -> reclassify(repair, "nanjing-warranty-manager", CaseKind.EMERGENCY))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void a_danger_found_while_repairing_the_structure_needs_more_measures_or_a_new_scheme() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = structuralReport("2026-01-05T14:10:00+08:00");
        measure(repair, 1, false);
        report(repair);
        tellOwner(repair);
        designer(repair, "ACCEPTS");
        scheme(repair, "方案");
        review(repair, true);
        repair.agreeAppointment().conditionsMet().start(Map.of());
        repair.complete(
                "nanjing-technician", "恢复使用功能", Map.of("restoredAt", form(EngineTime.now()), "restoreNote", "支顶"));
        repair.complete("nanjing-technician", "维修施工", Map.of("newFinding", "EMERGENCY", "findingNote", "支撑松动"));
        assertThat(repair.openTasks()).containsExactly("补充安全措施");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.STRUCTURAL);
        photo(repair, 2);
        repair.complete(
                "nanjing-site-technician",
                "补充安全措施",
                Map.of("takenAt", form(EngineTime.now()), "measure", "加设支撑", "furtherMeasures", false));
        repair.agreeAppointment().conditionsMet().start(Map.of());
        repair.complete(
                "nanjing-technician", "恢复使用功能", Map.of("restoredAt", form(EngineTime.now()), "restoreNote", "支顶"));
        repair.find(WorkFinding.CAUSE);
        assertThat(repair.openTasks()).containsExactly("约定维修时间");
        repair.agreeAppointment().conditionsMet().start(Map.of());
        repair.complete(
                "nanjing-technician", "恢复使用功能", Map.of("restoredAt", form(EngineTime.now()), "restoreNote", "支顶"));
        repair.complete("nanjing-technician", "维修施工", Map.of("newFinding", "STRUCTURAL", "findingNote", "柱亦开裂"));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
    }

    private static Map<String, Object> typed() {
        return new HashMap<>(Map.of(
                "projectCode",
                Walk.PROJECT,
                "receivedAt",
                form(EngineTime.now()),
                "channel",
                "PHONE",
                "reporterName",
                "周敏",
                "reporterPhone",
                "13800000000",
                "category",
                "PLUMBING",
                "location",
                "3层设备间",
                "description",
                "水管爆裂",
                "publicArea",
                false));
    }

    @Test
    void an_emergency_typed_into_its_own_start_form_is_under_way_at_once() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = walk.reportedByForm("emergency-repair", typed());
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.EMERGENCY);
        assertThat(repair.hard(CommitmentType.ARRIVAL).dueAt()).isEqualTo(at("2025-10-02T10:15:00+08:00"));
    }

    @Test
    void a_danger_to_the_structure_typed_into_its_own_start_form_is_under_way_at_once() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = walk.reportedByForm("structural-safety", typed());
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.STRUCTURAL);
    }

    @Test
    void what_is_found_while_an_emergency_is_repaired_sends_people_back_or_changes_only_who_pays() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = madeSafe("2025-10-02T02:15:00+08:00");
        repair.agreeAppointment().conditionsMet().start(Map.of()).find(WorkFinding.EMERGENCY);
        assertThat(repair.openTasks()).containsExactly("排险止损");
        makeSafe(repair, false);
        repair.agreeAppointment().conditionsMet().start(Map.of()).find(WorkFinding.CAUSE);
        assertThat(repair.openTasks()).containsExactly("约定维修时间");
        executed(repair);
        settled(repair, "YES");
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_manager_takes_an_emergency_over_to_the_structure() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = emergency("2025-10-02T02:15:00+08:00");
        reclassify(repair, "nanjing-engineer", CaseKind.STRUCTURAL);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
    }

    @Test
    void two_structural_cases_of_one_project_run_side_by_side() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair first = structuralReport("2026-01-05T14:10:00+08:00");
        Repair second = structuralReport("2026-01-05T15:10:00+08:00");
        report(first);
        assertThat(first.hard(CommitmentType.STRUCTURAL_REPORT).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(second.hard(CommitmentType.STRUCTURAL_REPORT).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(second.openTasks()).contains("报告监督机构");
    }

    @Test
    void work_begun_before_the_scheme_starts_anew_with_its_promises() {
        EngineTime.set("2025-09-22T09:00:00+08:00");
        Map<String, Object> major = Map.of("repairSize", "MAJOR");
        Repair repair = walk.reported(walk.report("2025-09-22T09:00:00+08:00"));
        repair.surveyed(major)
                .confirm(major)
                .started(Map.of())
                .restoreFunction()
                .find(WorkFinding.STRUCTURAL);
        walk.runDueJobs();
        assertThat(repair.hard(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.CANCELLED);
        measure(repair, 1, false);
        report(repair);
        tellOwner(repair);
        designer(repair, "ACCEPTS");
        scheme(repair, "方案");
        EngineTime.set("2025-09-24T09:00:00+08:00");
        review(repair, true);
        EngineTime.set("2025-09-25T09:00:00+08:00");
        repair.agreeAppointment().conditionsMet().start(Map.of());
        // 26 September, then Sunday's make-up day, 29, 30 September and 9 October.
        assertThat(repair.hard(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-10-09"));
        assertThat(repair.hard(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.RUNNING);
    }

    @Test
    void a_project_without_a_supervision_authority_reports_to_the_one_that_is_named() {
        walk.projectWithoutAuthority();
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = structuralReport("2026-01-05T14:10:00+08:00");
        String letter = structural.find(repair.caseNo()).orElseThrow().report().letterNo();
        assertThat(text(letter)).contains("工程质量安全监督机构(名称待填)", repair.caseNo(), "大梁开裂", "2026年1月5日 16:30认定");
        assertThatThrownBy(() -> repair.complete(
                        "nanjing-warranty-manager",
                        "报告监督机构",
                        Map.of(
                                "recipient", "",
                                "reportChannel", "PHONE",
                                "reportedAt", form(EngineTime.now()),
                                "receiptNo", "1")))
                .hasMessage("报告对象:必填");
        report(repair);
        assertThat(structural.find(repair.caseNo()).orElseThrow().report().recipient())
                .startsWith("南京市建筑工程质量安全监督站");
    }

    private String text(String recordNo) {
        byte[] file = LoggedIn.as(identity, "nanjing-warranty-manager", () -> records.content(recordNo));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file))) {
            return document.getParagraphs().stream().map(XWPFParagraph::getText).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

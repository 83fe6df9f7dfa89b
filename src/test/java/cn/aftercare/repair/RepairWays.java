package cn.aftercare.repair;

import static cn.aftercare.repair.Walk.at;
import static cn.aftercare.repair.Walk.endOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.aftercare.agreement.Quote;
import cn.aftercare.agreement.app.Quotes;
import cn.aftercare.commitment.CaseKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.repair.Finding.Conclusion;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A repair from the notice to the archived record, along every way it can take. */
abstract class RepairWays {

    private static final Map<String, Object> AS_SURVEYED = Map.of();
    private static final Map<String, Object> NOT_OURS = Map.of("causedByUs", "NO");
    private static final Map<String, Object> MAJOR = Map.of("repairSize", "MAJOR");
    private static final Map<String, Object> EMERGENCY = Map.of("emergencyFound", true, "overrideReason", "水压持续上升");
    private static final Map<String, Object> STRUCTURAL = Map.of("structuralFound", true, "overrideReason", "梁底贯通裂缝");

    @Autowired
    Walk walk;

    @Autowired
    Quotes quotes;

    @BeforeEach
    void project() {
        walk.project();
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    // 受理

    /** rules.md, worked example 1. */
    @Test
    void a_free_minor_repair_runs_from_the_notice_to_the_closed_case() {
        EngineTime.set("2025-09-27T10:15:00+08:00");
        Repair repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-27T16:40:00+08:00"));
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(at("2025-09-27T16:40:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-09-29"));
        assertThat(repair.openTasks()).containsExactly("下达维修任务单");

        repair.surveyed(AS_SURVEYED).confirm(AS_SURVEYED);
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
        assertThat(repair.now().ownerPays()).isEqualTo(OwnerPays.NOTHING);
        repair.started(Map.of());
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.hard(CommitmentType.SAME_DAY).dueAt()).isEqualTo(endOf("2025-09-27"));
        repair.work().selfCheck(true).accept(true);
        assertThat(repair.target(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.target(CommitmentType.POST_REPAIR_VISIT).dueAt()).isEqualTo(endOf("2025-10-04"));
        repair.closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
        assertThat(repair.now().closing().recordNo()).startsWith("BXJL-2025-");
        assertThat(repair.openTasks()).isEmpty();
    }

    @Test
    void a_report_typed_into_the_start_form_becomes_a_case_of_its_unit() {
        EngineTime.set("2025-09-22T09:20:00+08:00");
        Repair repair = walk.reportedByForm(new HashMap<>(Map.of(
                "projectCode",
                Walk.PROJECT,
                "receivedAt",
                "2025-09-22T09:00",
                "channel",
                "PHONE",
                "reporterName",
                "周敏",
                "reporterPhone",
                "13800000000",
                "category",
                "DECORATION",
                "location",
                "3层走廊",
                "description",
                "吊顶开裂")));
        assertThat(repair.caseNo()).startsWith("BX-2025-");
        assertThat(repair.now().unit()).isEqualTo("nanjing");
        assertThat(repair.now().report().receivedAt()).isEqualTo(at("2025-09-22T09:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-23T09:00:00+08:00"));
        assertThat(repair.task("下达维修任务单").getTenantId()).isEqualTo("nanjing");
    }

    @Test
    void a_notice_that_is_none_of_ours_is_not_accepted_and_its_promises_end() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.complete("nanjing-after-sales", "下达维修任务单", Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
        assertThat(repair.now().stage()).isEqualTo(Stage.REJECTED);
        assertThat(repair.now().closing().reason()).isEqualTo("重复报修");
        assertThat(repair.promises())
                .containsExactly(
                        "COMPLETION TARGET CANCELLED",
                        "RESPONSE HARD CANCELLED",
                        "START HARD CANCELLED",
                        "TASK_ORDER TARGET CANCELLED");
        assertThat(repair.openTasks()).isEmpty();
    }

    // 紧急与结构

    @Test
    void an_emergency_known_at_the_notice_goes_straight_to_the_manager() {
        EngineTime.set("2025-10-02T02:20:00+08:00");
        Repair repair = walk.reported(walk.emergency("2025-10-02T02:15:00+08:00", null));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.now().stage()).isEqualTo(Stage.EMERGENCY);
        assertThat(repair.promises())
                .containsExactly("ARRIVAL HARD RUNNING", "RESPONSE HARD RUNNING", "TASK_ORDER TARGET RUNNING");
        assertThat(repair.dueDate("派遣抢修人员")).isEqualTo(at("2025-10-02T10:15:00+08:00"));
    }

    /** rules.md, worked example 2, classified at the notice. */
    @Test
    void a_structural_problem_known_at_the_notice_is_to_be_reported_at_once() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = walk.reported(walk.structural("2026-01-05T14:10:00+08:00"));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
        assertThat(repair.promises())
                .containsExactly(
                        "RESPONSE HARD RUNNING",
                        "STRUCTURAL_REPORT HARD RUNNING",
                        "STRUCTURAL_REPORT TARGET RUNNING",
                        "TASK_ORDER TARGET RUNNING");
        assertThat(repair.target(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2026-01-05T18:30:00+08:00"));
        assertThat(repair.hard(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2026-01-06T16:30:00+08:00"));
        assertThat(repair.dueDate("报告监督机构")).isEqualTo(at("2026-01-05T18:30:00+08:00"));
    }

    @Test
    void an_emergency_found_at_the_survey_keeps_case_number_t0_and_what_was_met() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(Map.of("emergencyFound", true));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.EMERGENCY);
        assertThat(repair.now().report().receivedAt()).isEqualTo(at("2025-09-22T09:00:00+08:00"));
        assertThat(repair.promises())
                .containsExactly(
                        "ARRIVAL HARD RUNNING",
                        "COMPLETION TARGET CANCELLED",
                        "RESPONSE HARD MET",
                        "START HARD CANCELLED",
                        "TASK_ORDER TARGET MET");
        assertThat(repair.hard(CommitmentType.ARRIVAL).dueAt()).isEqualTo(at("2025-09-22T17:00:00+08:00"));
    }

    /** rules.md, worked example 2: received 14:10, classified on site 16:30. */
    @Test
    void a_structural_problem_found_at_the_survey_is_reported_within_2_hours_24_at_most() {
        Repair repair = walk.reportedAt("2026-01-05T14:10:00+08:00");
        repair.issueTaskOrder().allot().contactOwner();
        EngineTime.set("2026-01-05T16:30:00+08:00");
        repair.survey(Map.of("structuralFound", true));
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.STRUCTURAL);
        assertThat(repair.target(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2026-01-05T18:30:00+08:00"));
        assertThat(repair.hard(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2026-01-06T16:30:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.CANCELLED);
    }

    @Test
    void an_emergency_the_manager_sees_leaves_the_ordinary_flow() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(EMERGENCY);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.EMERGENCY);
    }

    @Test
    void a_structural_problem_the_manager_sees_leaves_the_ordinary_flow() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(STRUCTURAL);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
        assertThat(repair.now().kind()).isEqualTo(CaseKind.STRUCTURAL);
    }

    @Test
    void an_emergency_found_at_work_leaves_the_ordinary_flow() {
        Repair repair = working("2025-09-22T09:00:00+08:00");
        repair.find(WorkFinding.EMERGENCY);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("响应业主", "派遣抢修人员");
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.CANCELLED);
        assertThat(repair.hard(CommitmentType.ARRIVAL).dueAt()).isEqualTo(at("2025-09-22T17:00:00+08:00"));
    }

    @Test
    void a_structural_problem_found_at_work_stops_the_clocks_until_a_scheme_is_accepted() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(MAJOR).confirm(MAJOR).started(Map.of()).restoreFunction();
        EngineTime.advance(Duration.ofHours(2));
        repair.find(WorkFinding.STRUCTURAL);
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("告知业主报告义务", "征询原设计单位", "报告监督机构", "落实安全措施");
        assertThat(repair.hard(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.CANCELLED);
        assertThat(repair.target(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.CANCELLED);
        assertThat(repair.target(CommitmentType.STRUCTURAL_REPORT).dueAt()).isEqualTo(at("2025-09-22T13:00:00+08:00"));
    }

    // 定责与收费

    @Test
    void the_manager_decides_otherwise_only_with_a_reason_and_both_findings_are_kept() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(AS_SURVEYED);
        assertThatThrownBy(() -> repair.confirm(NOT_OURS))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("改判理由");
        assertThat(repair.openTasks()).containsExactly("确认勘查结论");
        repair.confirm(Map.of("causedByUs", "NO", "overrideReason", "业主自行改动线路"));
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.AGREEMENT);
        assertThat(repair.findings())
                .extracting(Finding::role, Finding::conclusion, Finding::evidence)
                .satisfiesExactly(
                        engineer -> assertThat(engineer.toList()).startsWith(Finding.By.ENGINEER),
                        manager -> assertThat(manager.toList())
                                .startsWith(Finding.By.MANAGER)
                                .endsWith("业主自行改动线路"));
        assertThat(repair.findings())
                .extracting(Finding::conclusion)
                .extracting(Conclusion::ourCause)
                .containsExactly(OurCause.YES, OurCause.NO);
    }

    @Test
    void an_unknown_cause_counts_as_ours() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(Map.of("causedByUs", "UNKNOWN")).confirm(Map.of("causedByUs", "UNKNOWN"));
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
    }

    /** rules.md, worked example 4, the last minute of the last day. */
    @Test
    void a_notice_at_the_end_of_the_last_warranty_day_is_free() {
        Repair repair = walk.reportedAt("2025-10-15T23:50:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(AS_SURVEYED);
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.FREE);
    }

    /** rules.md, worked example 4, the day after. */
    @Test
    void after_the_warranty_the_owner_pays_the_material_alone_once_the_quote_is_accepted() {
        Repair repair = walk.reportedAt("2025-10-16T00:05:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(AS_SURVEYED);
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.MATERIAL_ONLY);
        assertThat(repair.now().ownerPays()).isEqualTo(OwnerPays.NOTHING);
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-10-19"));
        repair.quoteMaterial("860.00", true);
        assertThat(repair.now().ownerPays().material()).isEqualTo(new BigDecimal("860.00"));
        assertThat(repair.now().ownerPays().labour()).isEqualTo(new BigDecimal("0.00"));
        assertThat(repair.now().ownerPays().management()).isEqualTo(new BigDecimal("0.00"));
        assertThat(repair.now().ownerPays().total()).isEqualTo(new BigDecimal("860.00"));
        assertThat(repair.openTasks()).containsExactly("反馈维修计划");
    }

    @Test
    void a_refused_material_quote_ends_the_case_without_agreement() {
        Repair repair = walk.reportedAt("2025-10-16T00:05:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(AS_SURVEYED).quoteMaterial("860.00", false);
        assertThat(repair.now().stage()).isEqualTo(Stage.NO_AGREEMENT);
        assertThat(repair.now().ownerPays()).isEqualTo(OwnerPays.NOTHING);
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.CANCELLED);
    }

    @Test
    void a_paid_repair_is_quoted_again_signed_and_starts_counting_at_the_signature() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(NOT_OURS).confirm(NOT_OURS);
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.AGREEMENT);
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.CANCELLED);
        repair.draftQuote("1200.50", "800.00", "100.25").negotiate("REQUOTE");
        EngineTime.set("2025-09-29T11:00:00+08:00");
        repair.draftQuote("1000.00", "600.00", "80.25").negotiate("SIGNED");

        assertThat(repair.now().ownerPays().total()).isEqualTo(new BigDecimal("1680.25"));
        assertThat(quotes.ofCase(repair.caseNo()))
                .extracting(Quote::version, q -> q.amounts().total(), Quote::outcome)
                .containsExactly(
                        tuple(1, new BigDecimal("2100.75"), Quote.Outcome.REQUOTE),
                        tuple(2, new BigDecimal("1680.25"), Quote.Outcome.SIGNED));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-10-02"));
        repair.plan().agreeAppointment();
        assertThat(repair.dueDate("核对开工条件")).isEqualTo(endOf("2025-10-02"));
    }

    @Test
    void a_refused_agreement_ends_the_case_without_agreement() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(NOT_OURS).confirm(NOT_OURS);
        repair.draftQuote("1200.50", "800.00", "100.25").negotiate("REFUSED");
        assertThat(repair.now().stage()).isEqualTo(Stage.NO_AGREEMENT);
        assertThat(repair.now().ownerPays()).isEqualTo(OwnerPays.NOTHING);
        assertThat(repair.now().closing().reason()).contains("业主未接受报价");
        assertThat(repair.openTasks()).isEmpty();
    }

    @Test
    void a_start_already_late_counts_anew_from_the_signature() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(NOT_OURS);
        walk.runDueJobsUntil(at("2025-09-26T09:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.BREACHED);
        repair.confirm(NOT_OURS);
        assertThat(repair.supervision()).isEmpty();
        repair.draftQuote("1000.00", "600.00", "80.25").negotiate("SIGNED");
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-09-29"));
        walk.runDueJobsUntil(endOf("2025-09-29").minusSeconds(1));
        assertThat(repair.supervision()).isEmpty();
        walk.runDueJobsUntil(endOf("2025-09-29"));
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
    }

    @Test
    void a_cause_found_different_at_work_goes_back_to_the_manager_and_to_an_agreement() {
        Repair repair = working("2025-09-22T09:00:00+08:00");
        repair.find(WorkFinding.CAUSE);
        assertThat(repair.openTasks()).containsExactly("确认勘查结论");
        repair.confirm(Map.of("causedByUs", "NO", "overrideReason", "拆开后见业主私改管线"));
        assertThat(repair.now().chargeBasis()).isEqualTo(ChargeBasis.AGREEMENT);
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.MET);
        repair.draftQuote("300.00", "200.00", "20.00").negotiate("SIGNED");
        repair.started(Map.of()).work().selfCheck(true).accept(true).closed();
        assertThat(repair.now().stage()).isEqualTo(Stage.CLOSED);
        assertThat(repair.now().ownerPays().total()).isEqualTo(new BigDecimal("520.00"));
        assertThat(repair.findings()).hasSize(3);
    }

    // 实施

    @Test
    void the_work_waits_for_material_and_the_clocks_wait_with_it() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(AS_SURVEYED).plan().agreeAppointment();
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-09-25"));
        EngineTime.set("2025-09-23T10:00:00+08:00");
        repair.awaitMaterial(at("2025-09-22T15:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.PAUSED);
        EngineTime.set("2025-09-26T10:00:00+08:00");
        repair.materialArrived(at("2025-09-25T15:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-09-28"));
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(at("2025-09-26T09:00:00+08:00"));
        assertThat(repair.dueDate("核对开工条件")).isEqualTo(endOf("2025-09-28"));
        assertThat(repair.story()).containsSubsequence("不具备开工条件", "计时暂停", "等待结束", "计时恢复");
        repair.conditionsMet();
        assertThat(repair.openTasks()).containsExactly("开工登记");
    }

    @Test
    void a_public_area_is_hoarded_off_before_the_work_starts() {
        EngineTime.set("2025-09-22T09:00:00+08:00");
        Repair repair = walk.reported(walk.inPublicArea("2025-09-22T09:00:00+08:00"));
        repair.surveyed(AS_SURVEYED)
                .confirm(AS_SURVEYED)
                .plan()
                .agreeAppointment()
                .conditionsMet();
        assertThat(repair.openTasks()).containsExactly("设置围挡与引导");
        repair.setUpHoarding();
        assertThat(repair.openTasks()).containsExactly("开工登记");
    }

    /** rules.md, worked example 5: started on the eve of the holiday, 11 October is worked. */
    @Test
    void a_major_repair_restores_the_function_first_and_counts_working_days() {
        Repair repair = walk.reportedAt("2025-09-30T09:00:00+08:00");
        repair.surveyed(MAJOR).confirm(MAJOR);
        assertThat(repair.target(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.CANCELLED);
        EngineTime.set("2025-09-30T14:00:00+08:00");
        repair.started(Map.of());
        assertThat(repair.openTasks()).containsExactly("恢复使用功能");
        assertThat(repair.target(CommitmentType.FUNCTION_RESTORED).dueAt()).isEqualTo(endOf("2025-09-30"));
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-10-10"));
        assertThat(repair.hard(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-10-14"));
        assertThat(repair.promises()).noneMatch(p -> p.startsWith("SAME_DAY"));
        repair.restoreFunction();
        assertThat(repair.target(CommitmentType.FUNCTION_RESTORED).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.dueDate("维修施工")).isEqualTo(endOf("2025-10-10"));
        repair.work().selfCheck(true).accept(true);
        assertThat(repair.hard(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.MET);
    }

    @Test
    void a_recorded_blocker_lifts_the_same_day_promise() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        repair.surveyed(AS_SURVEYED).confirm(AS_SURVEYED);
        repair.started(Map.of("blocker", "CURING", "blockerNote", "腻子需养护48小时"));
        assertThat(repair.promises()).noneMatch(p -> p.startsWith("SAME_DAY"));
        assertThat(repair.now().blocker()).isEqualTo(Blocker.CURING);
        assertThat(repair.dueDate("维修施工")).isEqualTo(at("2025-09-23T09:00:00+08:00"));
    }

    @Test
    void work_that_fails_the_self_check_is_not_shown_to_the_owner() {
        Repair repair = working("2025-09-22T09:00:00+08:00");
        repair.work().selfCheck(false);
        assertThat(repair.openTasks()).containsExactly("维修施工");
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.RUNNING);
        repair.work().selfCheck(true);
        assertThat(repair.openTasks()).containsExactly("业主验收");
        assertThat(repair.rounds()).hasSize(1);
    }

    @Test
    void what_the_owner_refuses_twice_is_reworked_with_every_round_kept_and_the_clocks_going_on() {
        Repair repair = working("2025-09-22T09:00:00+08:00");
        repair.work().selfCheck(true);
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.MET);
        EngineTime.set("2025-09-22T16:00:00+08:00");
        repair.accept(false);
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(repair.hard(CommitmentType.SAME_DAY).dueAt()).isEqualTo(endOf("2025-09-22"));
        assertThat(repair.target(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(repair.dueDate("维修施工")).isEqualTo(endOf("2025-09-22"));
        repair.work().selfCheck(true);
        EngineTime.set("2025-09-23T10:00:00+08:00");
        repair.accept(false);
        // Refused only the next day: the first day's promise was not kept after all.
        walk.runDueJobs();
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
        repair.work().selfCheck(true).accept(true);
        assertThat(repair.hard(CommitmentType.SAME_DAY).status()).isEqualTo(CommitmentStatus.MET_LATE);
        assertThat(repair.target(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.MET_LATE);
        assertThat(repair.supervision()).isEmpty();
        assertThat(repair.rounds())
                .extracting(AcceptanceRound::roundNo, AcceptanceRound::accepted)
                .containsExactly(tuple(1, false), tuple(2, false), tuple(3, true));
        assertThat(repair.now().ownerPays()).isEqualTo(OwnerPays.NOTHING);
    }

    @Test
    void each_task_is_due_when_the_promise_it_serves_is() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        assertThat(repair.dueDate("下达维修任务单")).isEqualTo(at("2025-09-22T11:00:00+08:00"));
        repair.issueTaskOrder();
        assertThat(repair.dueDate("联系业主")).isEqualTo(at("2025-09-23T09:00:00+08:00"));
        assertThat(repair.dueDate("安排材料")).isEqualTo(endOf("2025-09-25"));
        repair.allot().contactOwner().survey(AS_SURVEYED).confirm(AS_SURVEYED);
        EngineTime.set("2025-09-22T14:00:00+08:00");
        repair.plan();
        assertThat(repair.dueDate("约定维修时间")).isEqualTo(at("2025-09-23T14:00:00+08:00"));
        repair.agreeAppointment();
        assertThat(repair.dueDate("核对开工条件")).isEqualTo(endOf("2025-09-25"));
        repair.conditionsMet();
        assertThat(repair.dueDate("开工登记")).isEqualTo(endOf("2025-09-25"));
        repair.start(Map.of());
        assertThat(repair.dueDate("维修施工")).isEqualTo(endOf("2025-09-22"));
        repair.work();
        assertThat(repair.dueDate("自检")).isEqualTo(endOf("2025-09-22"));
        repair.selfCheck(true).accept(true);
        walk.runDueJobs();
        assertThat(repair.dueDate("维保后回访")).isEqualTo(endOf("2025-09-29"));
    }

    private Repair working(String receivedAt) {
        return walk.reportedAt(receivedAt)
                .surveyed(AS_SURVEYED)
                .confirm(AS_SURVEYED)
                .started(Map.of());
    }
}

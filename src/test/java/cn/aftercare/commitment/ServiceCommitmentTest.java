package cn.aftercare.commitment;

import static cn.aftercare.repair.Walk.at;
import static cn.aftercare.repair.Walk.endOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.aftercare.calendar.app.CalendarService;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.repair.WorkFinding;
import cn.aftercare.repair.app.CasePauses;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clock of a promise: reminded, breached, escalated, paused, moved, met; to the second. */
@EngineTest
@Import(Walk.class)
@CoversModels("service-commitment")
class ServiceCommitmentTest {

    private static final Map<String, Object> MAJOR = Map.of("repairSize", "MAJOR");

    @Autowired
    Walk walk;

    @Autowired
    CommitmentService commitments;

    @Autowired
    CasePauses pauses;

    @Autowired
    CalendarService calendar;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void project() {
        walk.project();
    }

    @AfterEach
    void clear() {
        walk.clear();
        jdbc.sql("delete from calendar_day where year_no = 2027").update();
        jdbc.sql("delete from calendar_year where year_no = 2027").update();
    }

    // 提醒、逾期与逐级督办

    @Test
    void an_ordinary_promise_is_reminded_at_75_percent_and_goes_to_manager_pmd_and_hq() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00").issueTaskOrder();
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        assertThat(response.dueAt()).isEqualTo(at("2025-09-23T09:00:00+08:00"));

        walk.fires(response, at("2025-09-23T03:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.RUNNING);
        walk.fires(response, at("2025-09-23T09:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
        assertThat(repair.task("督办:维保经理").getAssignee()).isEqualTo("nanjing-warranty-manager");
        walk.fires(response, at("2025-09-24T09:00:00+08:00"));
        assertThat(repair.supervision()).containsExactlyInAnyOrder("督办:维保经理", "督办:项目管理部经理");
        walk.fires(response, at("2025-09-25T09:00:00+08:00"));
        assertThat(repair.supervision()).containsExactlyInAnyOrder("督办:维保经理", "督办:项目管理部经理", "督办:总部项目管理部");
        assertThat(walk.timers(response)).isEmpty();
        assertThat(repair.steps(response))
                .containsExactly(
                        step(EscalationLevel.REMINDER, "2025-09-23T03:00:00+08:00", "nanjing-after-sales"),
                        step(EscalationLevel.MANAGER, "2025-09-23T09:00:00+08:00", "nanjing-warranty-manager"),
                        step(EscalationLevel.PMD_MANAGER, "2025-09-24T09:00:00+08:00", "nanjing-pmd-manager"),
                        step(EscalationLevel.HQ_PMD, "2025-09-25T09:00:00+08:00", "hq-pmd"));

        repair.supervise("nanjing-warranty-manager", "督办:维保经理")
                .supervise("nanjing-pmd-manager", "督办:项目管理部经理")
                .supervise("hq-pmd", "督办:总部项目管理部");
        // Measures alone do not keep a promise.
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.BREACHED);
        repair.contactOwner();
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET_LATE);
        assertThat(repair.hard(CommitmentType.RESPONSE).metAt()).isEqualTo(at("2025-09-25T09:00:00+08:00"));
        assertThat(repair.story()).containsSubsequence("承诺逾期", "维保经理督办", "项目管理部经理督办", "总部项目管理部督办", "督办措施");
    }

    /** rules.md, worked example 3: in the holiday, at night. */
    @Test
    void an_emergency_is_reminded_at_half_the_window_and_goes_to_pmd_after_1_hour_and_hq_after_2() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair repair = walk.reported(walk.emergency("2025-10-02T02:15:00+08:00", null));
        Map<CommitmentType, String> serving = Map.of(
                CommitmentType.RESPONSE, "nanjing-after-sales", CommitmentType.ARRIVAL, "nanjing-warranty-manager");
        for (CommitmentType type : List.of(CommitmentType.RESPONSE, CommitmentType.ARRIVAL)) {
            Commitment promise = repair.hard(type);
            assertThat(promise.dueAt()).isEqualTo(at("2025-10-02T10:15:00+08:00"));
            walk.fires(promise, at("2025-10-02T06:15:00+08:00"));
            walk.fires(promise, at("2025-10-02T10:15:00+08:00"));
            assertThat(repair.hard(type).status()).isEqualTo(CommitmentStatus.BREACHED);
            walk.fires(promise, at("2025-10-02T11:15:00+08:00"));
            walk.fires(promise, at("2025-10-02T12:15:00+08:00"));
            assertThat(repair.steps(promise))
                    .containsExactly(
                            step(EscalationLevel.REMINDER, "2025-10-02T06:15:00+08:00", serving.get(type)),
                            step(EscalationLevel.MANAGER, "2025-10-02T10:15:00+08:00", "nanjing-warranty-manager"),
                            step(EscalationLevel.PMD_MANAGER, "2025-10-02T11:15:00+08:00", "nanjing-pmd-manager"),
                            step(EscalationLevel.HQ_PMD, "2025-10-02T12:15:00+08:00", "hq-pmd"));
        }
    }

    @Test
    void a_structural_report_escalates_as_fast_as_an_emergency() {
        EngineTime.set("2026-01-05T16:30:00+08:00");
        Repair repair = walk.reported(walk.structural("2026-01-05T14:10:00+08:00"));
        Commitment report = repair.hard(CommitmentType.STRUCTURAL_REPORT);
        walk.fires(report, at("2026-01-06T04:30:00+08:00"));
        walk.fires(report, at("2026-01-06T16:30:00+08:00"));
        walk.fires(report, at("2026-01-06T17:30:00+08:00"));
        walk.fires(report, at("2026-01-06T18:30:00+08:00"));
        assertThat(repair.steps(report)).extracting(CommitmentStep::level).containsExactly(EscalationLevel.values());
    }

    @Test
    void a_missed_target_is_only_recorded() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        Commitment taskOrder = repair.target(CommitmentType.TASK_ORDER);
        walk.fires(taskOrder, at("2025-09-22T10:30:00+08:00"));
        walk.fires(taskOrder, at("2025-09-22T11:00:00+08:00"));
        assertThat(repair.target(CommitmentType.TASK_ORDER).status()).isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.supervision()).isEmpty();
        assertThat(walk.timers(taskOrder)).isEmpty();
        repair.issueTaskOrder();
        assertThat(repair.target(CommitmentType.TASK_ORDER).status()).isEqualTo(CommitmentStatus.MET_LATE);
    }

    @Test
    void a_promise_about_days_ends_at_24_00_and_not_a_second_before() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00")
                .surveyed(Map.of())
                .confirm(Map.of())
                .plan();
        breaches(repair, repair.hard(CommitmentType.APPOINTMENT), at("2025-09-23T09:00:00+08:00"));
        repair.agreeAppointment();
        breaches(repair, repair.hard(CommitmentType.START), endOf("2025-09-25"));
        EngineTime.set("2025-09-26T08:00:00+08:00");
        repair.conditionsMet().start(Map.of());
        breaches(repair, repair.hard(CommitmentType.SAME_DAY), endOf("2025-09-26"));
        repair.work().selfCheck(true).accept(true);
        breaches(repair, repair.target(CommitmentType.POST_REPAIR_VISIT), endOf("2025-10-04"));
    }

    @Test
    void a_major_repair_is_late_at_the_end_of_its_working_days() {
        Repair repair = walk.reportedAt("2025-09-30T14:00:00+08:00")
                .surveyed(MAJOR)
                .confirm(MAJOR)
                .started(Map.of());
        breaches(repair, repair.target(CommitmentType.FUNCTION_RESTORED), endOf("2025-09-30"));
        breaches(repair, repair.target(CommitmentType.COMPLETION), endOf("2025-10-10"));
        breaches(repair, repair.hard(CommitmentType.COMPLETION), endOf("2025-10-14"));
    }

    @Test
    void the_chain_stops_when_the_promise_is_kept() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00").issueTaskOrder();
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        walk.fires(response, at("2025-09-23T03:00:00+08:00"));
        repair.contactOwner();
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(walk.timers(response)).isEmpty();
        walk.runDueJobsUntil(at("2025-09-25T23:00:00+08:00"));
        assertThat(repair.steps(response)).hasSize(1);
    }

    @Test
    void what_is_done_a_second_before_the_deadline_is_in_time_and_at_it_late() {
        Repair inTime = walk.reportedAt("2025-09-22T09:00:00+08:00");
        commitments.met(inTime.caseNo(), CommitmentType.RESPONSE, at("2025-09-23T08:59:59+08:00"));
        assertThat(inTime.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET);
        Repair late = walk.reportedAt("2025-09-22T09:00:00+08:00");
        commitments.met(late.caseNo(), CommitmentType.RESPONSE, at("2025-09-23T09:00:00+08:00"));
        assertThat(late.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET_LATE);
    }

    @Test
    void an_answer_given_in_time_but_typed_in_late_keeps_the_promise() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00").issueTaskOrder();
        walk.runDueJobsUntil(at("2025-09-23T12:00:00+08:00"));
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
        repair.contactOwner(at("2025-09-23T08:59:00+08:00"), null);
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.MET);
        assertThat(repair.supervision()).isEmpty();
    }

    @Test
    void a_notice_typed_in_late_is_born_overdue_and_escalates_at_once() {
        EngineTime.set("2025-09-24T12:00:00+08:00");
        Repair repair = walk.reported(walk.report("2025-09-22T09:00:00+08:00"));
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        assertThat(response.dueAt()).isEqualTo(at("2025-09-23T09:00:00+08:00"));
        walk.runDueJobs();
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.BREACHED);
        Instant now = at("2025-09-24T12:00:00+08:00");
        assertThat(repair.steps(response))
                .extracting(CommitmentStep::level, CommitmentStep::dueAt, CommitmentStep::firedAt)
                .containsExactly(
                        tuple(EscalationLevel.REMINDER, at("2025-09-23T03:00:00+08:00"), now),
                        tuple(EscalationLevel.MANAGER, at("2025-09-23T09:00:00+08:00"), now),
                        tuple(EscalationLevel.PMD_MANAGER, at("2025-09-24T09:00:00+08:00"), now));
        assertThat(walk.timer(response).getDuedate()).isEqualTo(Date.from(at("2025-09-25T09:00:00+08:00")));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
    }

    @Test
    void a_closed_case_cancels_what_still_runs() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        repair.complete("nanjing-after-sales", "下达维修任务单", Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.CANCELLED);
        assertThat(walk.timers(response)).isEmpty();
    }

    // 暂停

    @Test
    void a_pause_across_the_holiday_moves_hours_and_days_but_never_the_response() {
        Repair repair = walk.reportedAt("2025-09-30T10:00:00+08:00").issueTaskOrder();
        EngineTime.set("2025-09-30T16:00:00+08:00");
        pause(repair, "2025-09-30T16:00:00+08:00");
        assertThat(repair.promises())
                .containsExactly(
                        "COMPLETION TARGET PAUSED",
                        "RESPONSE HARD RUNNING",
                        "START HARD PAUSED",
                        "TASK_ORDER TARGET MET");
        assertThat(walk.timers(repair.hard(CommitmentType.START))).isEmpty();
        walk.runDueJobsUntil(at("2025-10-09T10:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.RESPONSE).status()).isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-10-01T10:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.PAUSED);

        resume(repair, "2025-10-09T10:00:00+08:00");
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(at("2025-10-10T04:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-10-12"));
        walk.fires(repair.target(CommitmentType.COMPLETION), at("2025-10-09T22:00:00+08:00"));
        walk.fires(repair.target(CommitmentType.COMPLETION), at("2025-10-10T04:00:00+08:00"));
        walk.fires(repair.hard(CommitmentType.START), at("2025-10-12T02:30:00+08:00"));
        walk.fires(repair.hard(CommitmentType.START), endOf("2025-10-12"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.BREACHED);
    }

    @Test
    void a_pause_keeps_the_working_days_that_remain() {
        Repair repair = major("2025-09-30T14:00:00+08:00");
        assertThat(repair.hard(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-10-14"));
        EngineTime.set("2025-10-11T18:00:00+08:00");
        pause(repair, "2025-10-09T09:00:00+08:00");
        resume(repair, "2025-10-11T18:00:00+08:00");
        assertThat(repair.hard(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-10-16"));
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2025-10-13"));
        assertThat(repair.dueDate("维修施工")).isEqualTo(endOf("2025-10-13"));
    }

    @Test
    void nobody_is_reminded_twice_because_of_a_pause() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        Commitment start = repair.hard(CommitmentType.START);
        walk.fires(start, at("2025-09-25T02:15:00+08:00"));
        EngineTime.set("2025-09-25T15:00:00+08:00");
        pause(repair, "2025-09-25T10:00:00+08:00");
        resume(repair, "2025-09-25T15:00:00+08:00");
        walk.fires(start, endOf("2025-09-25"));
        assertThat(repair.steps(start))
                .extracting(CommitmentStep::level)
                .containsExactly(EscalationLevel.REMINDER, EscalationLevel.MANAGER);
    }

    @Test
    void a_pause_typed_in_after_the_deadline_takes_the_breach_back() {
        Repair repair =
                walk.reportedAt("2025-09-22T09:00:00+08:00").issueTaskOrder().contactOwner();
        walk.runDueJobsUntil(at("2025-09-26T08:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
        pause(repair, "2025-09-25T10:00:00+08:00");
        resume(repair, "2025-09-26T08:00:00+08:00");
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(repair.supervision()).isEmpty();
        walk.fires(repair.hard(CommitmentType.START), endOf("2025-09-26"));
    }

    @Test
    void a_promise_moved_while_overdue_escalates_by_its_new_deadline() {
        Repair repair =
                walk.reportedAt("2025-09-22T09:00:00+08:00").issueTaskOrder().contactOwner();
        walk.runDueJobsUntil(at("2025-09-26T12:00:00+08:00"));
        EngineTime.set("2025-09-27T06:00:00+08:00");
        // The owner had been away for a day; the rest of the delay is ours.
        pause(repair, "2025-09-25T20:00:00+08:00");
        resume(repair, "2025-09-26T08:00:00+08:00");
        Commitment start = repair.hard(CommitmentType.START);
        assertThat(start.dueAt()).isEqualTo(endOf("2025-09-26"));
        assertThat(start.status()).isEqualTo(CommitmentStatus.BREACHED);
        walk.runDueJobs();
        assertThat(repair.supervision()).containsExactly("督办:维保经理");
        walk.fires(start, endOf("2025-09-27"));
        assertThat(repair.steps(start))
                .last()
                .isEqualTo(step(EscalationLevel.PMD_MANAGER, "2025-09-28T00:00:00+08:00", "nanjing-pmd-manager"));
    }

    @Test
    void a_case_is_paused_once_at_a_time() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00");
        pause(repair, "2025-09-22T09:00:00+08:00");
        assertThatThrownBy(() -> pause(repair, "2025-09-22T09:00:00+08:00")).isInstanceOf(ConflictException.class);
    }

    @Test
    void a_clock_that_ran_ahead_breaks_no_promise_for_good() {
        Repair repair = walk.reportedAt("2025-09-22T10:00:00+08:00").issueTaskOrder();
        Commitment start = repair.hard(CommitmentType.START);
        walk.runDueJobsUntil(at("2025-10-02T10:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.BREACHED);
        EngineTime.set("2025-09-22T11:00:00+08:00");
        commitments.replan(repair.caseNo());
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.RUNNING);
        walk.fires(start, start.remindAt());
        walk.fires(start, endOf("2025-09-25"));
        assertThat(repair.steps(start))
                .extracting(CommitmentStep::level, CommitmentStep::firedAt)
                .contains(
                        tuple(EscalationLevel.REMINDER, start.remindAt()),
                        tuple(EscalationLevel.MANAGER, endOf("2025-09-25")));
    }

    // 期限变更

    @Test
    void the_owners_time_moves_the_start_earlier() {
        EngineTime.set("2025-09-22T09:00:00+08:00");
        Repair repair = walk.reported(walk.requested("2025-09-22T09:00:00+08:00", "2025-09-23T09:00:00+08:00"));
        Commitment start = repair.hard(CommitmentType.START);
        assertThat(start.ownerSpecified()).isTrue();
        walk.fires(start, at("2025-09-23T03:00:00+08:00"));
        walk.fires(start, at("2025-09-23T09:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).status()).isEqualTo(CommitmentStatus.BREACHED);
    }

    @Test
    void the_owners_time_moves_the_start_later_without_breach_and_reminds_anew() {
        Repair repair = walk.reportedAt("2025-09-22T09:00:00+08:00").issueTaskOrder();
        walk.fires(repair.hard(CommitmentType.START), at("2025-09-25T02:15:00+08:00"));
        repair.contactOwner(at("2025-09-22T18:00:00+08:00"), at("2025-10-10T10:00:00+08:00"));
        Commitment start = repair.hard(CommitmentType.START);
        assertThat(start.ownerSpecified()).isTrue();
        assertThat(start.dueAt()).isEqualTo(at("2025-10-10T10:00:00+08:00"));
        walk.fires(start, at("2025-10-05T21:45:00+08:00"));
        walk.fires(start, at("2025-10-10T10:00:00+08:00"));
        assertThat(repair.steps(start))
                .extracting(CommitmentStep::level)
                .containsExactly(EscalationLevel.REMINDER, EscalationLevel.REMINDER, EscalationLevel.MANAGER);
    }

    @Test
    void the_owners_demand_moves_the_arrival_only_earlier() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        Repair earlier = walk.reported(walk.emergency("2025-10-02T02:15:00+08:00", "2025-10-02T06:00:00+08:00"));
        assertThat(earlier.hard(CommitmentType.ARRIVAL).dueAt()).isEqualTo(at("2025-10-02T06:00:00+08:00"));
        assertThat(earlier.hard(CommitmentType.ARRIVAL).ownerSpecified()).isTrue();
        assertThat(earlier.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-10-02T10:15:00+08:00"));
        Repair later = walk.reported(walk.emergency("2025-10-02T02:15:00+08:00", "2025-10-02T12:00:00+08:00"));
        assertThat(later.hard(CommitmentType.ARRIVAL).dueAt()).isEqualTo(at("2025-10-02T10:15:00+08:00"));
        assertThat(later.hard(CommitmentType.ARRIVAL).ownerSpecified()).isFalse();
    }

    @Test
    void the_warranty_letters_own_clocks_prevail() {
        walk.project(
                List.of(WarrantyItem.standard(DefectCategory.DECORATION)),
                List.of(
                        new ClockOverride(CommitmentType.RESPONSE, CommitmentKind.HARD, 4, TimeUnit.HOUR),
                        new ClockOverride(CommitmentType.START, CommitmentKind.HARD, 2, TimeUnit.WORKING_DAY)));
        Repair repair = walk.reportedAt("2025-09-30T10:00:00+08:00");
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-30T14:00:00+08:00"));
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(endOf("2025-10-10"));
        assertThat(repair.target(CommitmentType.TASK_ORDER).dueAt()).isEqualTo(at("2025-09-30T12:00:00+08:00"));
        walk.fires(repair.hard(CommitmentType.RESPONSE), at("2025-09-30T13:00:00+08:00"));
        walk.fires(repair.hard(CommitmentType.RESPONSE), at("2025-09-30T14:00:00+08:00"));
    }

    @Test
    void a_letters_response_hurries_an_emergency_but_never_makes_it_wait() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        assertThat(emergencyWithResponse(12)).isEqualTo(at("2025-10-02T10:15:00+08:00"));
        assertThat(emergencyWithResponse(6)).isEqualTo(at("2025-10-02T08:15:00+08:00"));
    }

    @Test
    void a_danger_to_the_structure_that_is_an_emergency_is_answered_like_one() {
        EngineTime.set("2026-01-05T14:10:00+08:00");
        assertThat(walk.reported(walk.emergencyInTheStructure("2026-01-05T14:10:00+08:00"))
                        .hard(CommitmentType.RESPONSE)
                        .dueAt())
                .isEqualTo(at("2026-01-05T22:10:00+08:00"));
        assertThat(walk.reported(walk.structural("2026-01-05T14:10:00+08:00"))
                        .hard(CommitmentType.RESPONSE)
                        .dueAt())
                .isEqualTo(at("2026-01-06T14:10:00+08:00"));
    }

    private Instant emergencyWithResponse(int hours) {
        walk.project(
                List.of(WarrantyItem.standard(DefectCategory.DECORATION)),
                List.of(new ClockOverride(CommitmentType.RESPONSE, CommitmentKind.HARD, hours, TimeUnit.HOUR)));
        return walk.reported(walk.emergency("2025-10-02T02:15:00+08:00", null))
                .hard(CommitmentType.RESPONSE)
                .dueAt();
    }

    @Test
    void a_letter_changed_later_moves_the_open_promises() {
        Repair repair = walk.reportedAt("2025-09-22T10:00:00+08:00");
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-23T10:00:00+08:00"));
        walk.project(
                List.of(WarrantyItem.standard(DefectCategory.DECORATION)),
                List.of(new ClockOverride(CommitmentType.RESPONSE, CommitmentKind.HARD, 4, TimeUnit.HOUR)));
        assertThat(repair.hard(CommitmentType.RESPONSE).dueAt()).isEqualTo(at("2025-09-22T14:00:00+08:00"));
        walk.fires(repair.hard(CommitmentType.RESPONSE), at("2025-09-22T13:00:00+08:00"));
        walk.fires(repair.hard(CommitmentType.RESPONSE), at("2025-09-22T14:00:00+08:00"));
    }

    @Test
    void a_pause_over_the_owners_time_moves_it_by_its_length() {
        EngineTime.set("2025-09-22T09:00:00+08:00");
        Repair repair = walk.reported(walk.requested("2025-09-22T09:00:00+08:00", "2025-09-24T10:00:00+08:00"));
        EngineTime.set("2025-09-22T18:00:00+08:00");
        pause(repair, "2025-09-22T18:00:00+08:00");
        EngineTime.set("2025-09-23T08:00:00+08:00");
        resume(repair, "2025-09-23T08:00:00+08:00");
        // Over before the time they asked for.
        assertThat(repair.hard(CommitmentType.START).dueAt()).isEqualTo(at("2025-09-24T10:00:00+08:00"));
        EngineTime.set("2025-09-24T09:00:00+08:00");
        pause(repair, "2025-09-24T09:00:00+08:00");
        EngineTime.set("2025-09-26T09:30:00+08:00");
        resume(repair, "2025-09-26T09:30:00+08:00");
        Commitment start = repair.hard(CommitmentType.START);
        assertThat(start.status()).isEqualTo(CommitmentStatus.RUNNING);
        assertThat(start.dueAt()).isEqualTo(at("2025-09-26T10:30:00+08:00"));
        assertThat(start.ownerSpecified()).isTrue();
    }

    @Test
    void a_manager_who_has_no_login_leaves_the_breach_to_the_group() {
        Repair repair = walk.reportedAt("2025-09-22T10:00:00+08:00");
        jdbc.sql("update project set warranty_manager_id = 'no-such-login' where code = ?")
                .param(Walk.PROJECT)
                .update();
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        walk.runDueJobsUntil(response.dueAt());
        assertThat(repair.steps(response))
                .last()
                .isEqualTo(step(EscalationLevel.MANAGER, "2025-09-23T10:00:00+08:00", "nanjing-warranty-manager"));
        assertThat(repair.task("督办:维保经理").getAssignee()).isNull();
    }

    @Test
    void a_danger_found_at_work_reminds_at_half_the_window_of_what_is_still_promised() {
        Repair repair = major("2025-09-22T09:00:00+08:00");
        Commitment completion = repair.hard(CommitmentType.COMPLETION);
        assertThat(completion.dueAt()).isEqualTo(endOf("2025-09-28"));
        repair.find(WorkFinding.EMERGENCY);
        // 159 hours from the start to 24:00 of the make-up Sunday
        walk.fires(completion, at("2025-09-25T16:30:00+08:00"));
        assertThat(repair.steps(completion).get(0).dueAt()).isEqualTo(at("2025-09-25T16:30:00+08:00"));
    }

    // 工作日历

    @Test
    void a_year_imported_while_a_case_is_open_recomputes_its_provisional_deadlines_and_timers() {
        Repair repair = major("2026-12-30T14:00:00+08:00");
        assertThat(repair.hard(CommitmentType.COMPLETION).provisional()).isTrue();
        assertThat(repair.hard(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2027-01-06"));
        assertThat(repair.dueDate("维修施工")).isEqualTo(endOf("2027-01-01"));

        importNewYear2027();
        Commitment completion = repair.hard(CommitmentType.COMPLETION);
        assertThat(completion.provisional()).isFalse();
        assertThat(completion.dueAt()).isEqualTo(endOf("2027-01-07"));
        assertThat(repair.target(CommitmentType.COMPLETION).dueAt()).isEqualTo(endOf("2027-01-04"));
        assertThat(repair.dueDate("维修施工")).isEqualTo(endOf("2027-01-04"));
        walk.fires(completion, at("2027-01-05T21:30:00+08:00"));
        walk.fires(completion, endOf("2027-01-07"));
        assertThat(repair.hard(CommitmentType.COMPLETION).status()).isEqualTo(CommitmentStatus.BREACHED);
    }

    @Test
    void a_year_imported_leaves_a_closed_case_alone() {
        Repair repair = major("2026-12-30T14:00:00+08:00");
        walk.runDueJobsUntil(at("2027-01-07T08:00:00+08:00"));
        repair.find(WorkFinding.CAUSE)
                .confirm(Map.of("causedByUs", "NO", "repairSize", "MAJOR", "overrideReason", "业主私改管线"))
                .draftQuote("300.00", "200.00", "20.00")
                .negotiate("REFUSED");
        Set<String> promises = repair.promises();
        assertThat(promises).contains("COMPLETION HARD BREACHED");
        importNewYear2027();
        assertThat(repair.promises()).isEqualTo(promises);
        assertThat(repair.supervision()).isEmpty();
    }

    /** Whatever happens before: the promise stands a second before the deadline and is broken at it. */
    private void breaches(Repair repair, Commitment promise, Instant deadline) {
        assertThat(promise.dueAt()).isEqualTo(deadline);
        walk.runDueJobsUntil(promise.remindAt());
        walk.fires(promise, deadline);
        assertThat(commitments.find(Long.toString(promise.id())))
                .get()
                .extracting(Commitment::status)
                .isEqualTo(CommitmentStatus.BREACHED);
        assertThat(repair.supervision().isEmpty()).isEqualTo(promise.kind() == CommitmentKind.TARGET);
    }

    private void importNewYear2027() {
        LoggedIn.as(
                identity,
                "admin",
                () -> calendar.importYear(2027, "date,type\n2027-01-01,OFF\n2027-01-02,OFF\n2027-01-03,OFF\n"));
    }

    /** A major repair under way since the instant, its function restored. */
    private Repair major(String startedAt) {
        EngineTime.set(startedAt);
        return walk.reported(walk.report(startedAt, DefectCategory.WATERPROOF))
                .surveyed(MAJOR)
                .confirm(MAJOR)
                .started(Map.of())
                .restoreFunction();
    }

    private void pause(Repair repair, String from) {
        LoggedIn.as(identity, "nanjing-warranty-manager", () -> {
            pauses.pause(repair.caseNo(), PauseReason.OWNER, "业主出差", at(from));
            return null;
        });
    }

    private void resume(Repair repair, String to) {
        LoggedIn.as(identity, "nanjing-warranty-manager", () -> {
            pauses.resume(repair.caseNo(), at(to));
            return null;
        });
    }

    /** A step that fired to the second when it was due. */
    private static CommitmentStep step(EscalationLevel level, String at, String to) {
        return new CommitmentStep(level, at(at), at(at), List.of(to));
    }
}

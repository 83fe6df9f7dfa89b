package cn.aftercare.revisit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.Machine;
import cn.aftercare.project.ManagementMode;
import cn.aftercare.project.Project;
import cn.aftercare.project.Team;
import cn.aftercare.project.WarrantyItem;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.app.RepairCases;
import cn.aftercare.revisit.app.DueVisits;
import cn.aftercare.revisit.app.PlanEditing;
import cn.aftercare.revisit.app.PlanOverview;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.story.StoryEvent;
import cn.aftercare.substitution.app.Substitutions;
import cn.aftercare.survey.SurveyDraft;
import cn.aftercare.survey.SurveyFactor;
import cn.aftercare.survey.SurveyStatus;
import cn.aftercare.survey.app.Surveys;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way a plan and a visit can take. */
@EngineTest
@Import({Walk.class, OwnRevisits.class})
@CoversModels({"revisit-planning", "revisit-plan", "revisit"})
class RevisitFlowTest {

    private static final String OFFICER = "nanjing-performance-officer";
    private static final String MANAGER = "nanjing-pmd-manager";

    @Autowired
    ProjectService projects;

    @Autowired
    PlanOverview plans;

    @Autowired
    PlanEditing editing;

    @Autowired
    DueVisits dues;

    @Autowired
    Visits visits;

    @Autowired
    RepairCases cases;

    @Autowired
    Surveys surveys;

    @Autowired
    Substitutions substitutions;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    FormService forms;

    @Autowired
    RepositoryService repository;

    @Autowired
    Walk walk;

    @Autowired
    OwnRevisits own;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void onlyOurs() {
        own.clear();
        EngineTime.set("2026-05-20T09:00:00+08:00");
    }

    @AfterEach
    void clear() {
        walk.clear();
        own.clear();
    }

    // 计划

    @Test
    void a_plan_is_compiled_by_timer_returned_approved_filed_and_becomes_visits() {
        project("HF-1", "nanjing", ManagementMode.HQ_AUTHORISED, "2021-08-31");
        EngineTime.set("2026-06-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-nanjing-1";
        job(plan);
        assertThat(lines(plan)).containsExactly("HF-1 2026-08-31 2026-08-31 PLANNED true");

        complete(OFFICER, plan, "编制回访计划", Map.of("submitNote", ""));
        assertThatThrownBy(() -> complete(MANAGER, plan, "审批回访计划", Map.of("decision", "RETURN")))
                .hasMessage("审批意见:退回时必填");
        complete(MANAGER, plan, "审批回访计划", Map.of("decision", "RETURN", "reviewRemarks", "请提前到八月中旬"));
        assertThat(plan(plan).status()).isEqualTo(PlanStatus.DRAFT);

        change(plan, "2026-08-14", null);
        complete(OFFICER, plan, "编制回访计划", Map.of("submitNote", "已提前"));
        complete(MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE"));
        assertThat(plan(plan).decidedBy()).isEqualTo(MANAGER);
        job(plan);
        assertThat(visitOf(plan).lastDay()).isEqualTo(LocalDate.parse("2026-08-31"));
        complete("hq-performance-officer", plan, "备案回访计划", Map.of("filingNote", "同意备案"));
        assertThat(plan(plan).filedBy()).isEqualTo("hq-performance-officer");
        assertThat(open(plan)).isEmpty();
    }

    /** rules.md: HQ supervises and files, but the branch approves. */
    @Test
    void nobody_but_the_manager_of_the_planning_unit_can_approve() {
        project("HF-2", "nanjing", ManagementMode.HQ_AUTHORISED, "2021-08-31");
        String plan = submittedPlan();
        Task review = task(plan, "审批回访计划");
        assertThatThrownBy(() -> complete("hq-pmd-manager", plan, "审批回访计划", Map.of("decision", "APPROVE")))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> complete("suzhou-pmd-manager", plan, "审批回访计划", Map.of("decision", "APPROVE")))
                .hasMessageContaining("ENGINE-13034");
        // An administrator may do anything in the engine; the service still asks for the role.
        assertThatThrownBy(() -> as("admin", () -> {
                    tasks.complete(review.getId(), Map.of("decision", "APPROVE"));
                    return null;
                }))
                .hasMessage("只有南京分公司 项目管理部经理可以审批本计划");
        assertThat(as(
                        "suzhou-pmd-manager",
                        () -> tasks.createTaskQuery().taskId(review.getId()).count()))
                .isZero();
        assertThat(plan(plan).status()).isEqualTo(PlanStatus.SUBMITTED);
    }

    /** While the manager is on leave the substitute approves, but neither before nor after, nor the own plan. */
    @Test
    void a_manager_on_leave_is_stood_in_for() {
        project("HF-20", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        String plan = submittedPlan();
        String byOther = substitution("nanjing-pmd");
        assertThatThrownBy(() -> complete("nanjing-pmd", plan, "审批回访计划", Map.of("decision", "APPROVE")))
                .isInstanceOf(AuthorizationException.class);
        job(byOther);
        complete("nanjing-pmd", plan, "审批回访计划", Map.of("decision", "RETURN", "reviewRemarks", "补充电话回访"));
        assertThat(plan(plan).decidedBy()).isEqualTo("nanjing-pmd");
        ended(byOther);

        String byOfficer = substitution(OFFICER);
        job(byOfficer);
        complete(OFFICER, plan, "编制回访计划", Map.of());
        assertThatThrownBy(() -> complete(OFFICER, plan, "审批回访计划", Map.of("decision", "APPROVE")))
                .hasMessage("计划不能由编制人自己审批");
        ended(byOfficer);
        assertThatThrownBy(() -> complete("nanjing-pmd", plan, "审批回访计划", Map.of("decision", "APPROVE")))
                .isInstanceOf(AuthorizationException.class);
        complete(MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE"));
    }

    private String substitution(String substitute) {
        String today = EngineTime.now().atZone(Walk.ZONE).toLocalDate().toString();
        return as(
                        MANAGER,
                        () -> substitutions.record(
                                new Substitutions.Draft("nanjing", MANAGER, substitute, today, today, "年休假")))
                .number();
    }

    private void ended(String substitution) {
        as(MANAGER, () -> {
            substitutions.end(substitution);
            return null;
        });
    }

    @Test
    void a_project_managed_by_headquarters_is_planned_there() {
        project("HF-3", "hq", ManagementMode.HQ_DIRECT, "2021-08-31");
        EngineTime.set("2026-06-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-hq-1";
        job(plan);
        complete("hq-performance-officer", plan, "编制回访计划", Map.of());
        assertThatThrownBy(() -> complete(MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE")))
                .isInstanceOf(RuntimeException.class);
        complete("hq-pmd-manager", plan, "审批回访计划", Map.of("decision", "APPROVE"));
        job(plan);
        assertThat(open(plan)).isEmpty();
        assertThat(visitOf(plan).unit()).isEqualTo("hq");
    }

    @Test
    void what_falls_due_later_is_flagged_and_comes_into_a_supplement() {
        project("HF-4", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        released();
        assertThat(dues.unplanned(LocalDate.parse("2026-12-31"))).isEmpty();

        project("HF-5", "nanjing", ManagementMode.BRANCH_DIRECT, "2025-04-20");
        EngineTime.set("2026-09-25T09:00:00+08:00");
        assertThat(as(MANAGER, () -> plans.flagged(null)))
                .extracting(u -> u.project().code() + " " + u.due().day())
                .containsExactly("HF-5 2026-10-20");
        assertThat(as("suzhou-pmd-manager", () -> plans.flagged(null))).isEmpty();

        EngineTime.set("2026-10-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-nanjing-2";
        job(plan);
        assertThat(lines(plan)).containsExactly("HF-5 2026-10-20 2026-10-20 PLANNED true");
        assertThat(as(MANAGER, () -> plans.flagged(null))).isEmpty();
        assertThat(plan(plan).title()).isEqualTo("2026年下半年回访计划(补充1)");
    }

    /** A warranty extended after the plan was approved moves the visits to come, and nothing is planned twice. */
    @Test
    void an_extended_warranty_brings_new_visits() {
        project("HF-6", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        released();
        assertThat(due("2027-12-31")).containsExactly("HF-6 2027-08-31 false");
        save("HF-6", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31", LocalDate.parse("2027-12-31"));
        assertThat(due("2027-12-31")).containsExactly("HF-6 2027-02-28 true", "HF-6 2027-08-31 true");
    }

    @Test
    void a_closed_project_is_visited_no_more() {
        project("HF-7", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        assertThat(due("2027-12-31")).isNotEmpty();
        jdbc.sql("update project set closed_on = '2026-05-20' where code = 'HF-7'")
                .update();
        assertThat(due("2027-12-31")).isEmpty();
    }

    @Test
    void a_plan_by_hand_with_nothing_due_ends_at_once() {
        String plan = started(OFFICER, "revisit-plan", Map.of("unit", "nanjing", "period", "2026H1"));
        job(plan);
        assertThat(plan(plan).status()).isEqualTo(PlanStatus.EMPTY);
        assertThat(open(plan)).isEmpty();
        assertThatThrownBy(() -> started(OFFICER, "revisit-plan", Map.of("unit", "nanjing", "period", "2027H1")))
                .hasMessage("半年:只能编制本半年或下半年的计划");
        assertThatThrownBy(() -> started(OFFICER, "revisit-plan", Map.of("unit", "suzhou", "period", "2026H1")))
                .hasMessageContaining("生产履约管理岗");
    }

    @Test
    void a_plan_not_approved_in_time_is_told_to_manager_and_headquarters() {
        project("HF-8", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        EngineTime.set("2026-06-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-nanjing-1";
        job(plan);
        fires(plan, "2026-07-01T00:00:00+08:00");
        assertThat(plans.story(plan)).extracting(StoryEvent::title).contains("到期仍未批准");
        assertThat(open(plan)).containsExactly("编制回访计划");
    }

    @Test
    void more_than_a_hundred_visits_are_made_in_several_steps() {
        for (int i = 0; i <= 100; i++) {
            project("HF-M%03d".formatted(i), "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        }
        String plan = submittedPlan();
        complete(MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE"));
        job(plan);
        assertThat(jdbc.sql("select count(*) from revisit where plan_no = ?")
                        .param(plan)
                        .query(Long.class)
                        .single())
                .isEqualTo(100);
        job(plan);
        assertThat(jdbc.sql("select count(*) from revisit where plan_no = ?")
                        .param(plan)
                        .query(Long.class)
                        .single())
                .isEqualTo(101);
        assertThat(open(plan)).isEmpty();
    }

    @Test
    void lines_postponed_added_and_cancelled_keep_their_reason() {
        project("HF-9", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        project("HF-10", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-10-12");
        project("HF-11", "suzhou", ManagementMode.BRANCH_DIRECT, "2021-03-12");
        EngineTime.set("2026-06-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-nanjing-1";
        job(plan);
        assertThatThrownBy(() -> change(plan, "2026-09-01", " ")).hasMessage("改期原因:晚于到期日的必填");
        assertThatThrownBy(() -> change(plan, "2027-04-01", "业主搬迁")).hasMessage("回访日期:不能晚于2027-03-31");
        change(plan, "2026-09-01", "业主搬迁");
        long second = as(MANAGER, () -> plans.lines(plan, 0, 9)).rows().get(1).id();
        as(OFFICER, () -> {
            editing.cancel(plan, second, "业主拒绝回访");
            editing.add(
                    plan,
                    "HF-9",
                    new PlanEditing.Change(LocalDate.parse("2026-12-01"), VisitChannel.PHONE, null, null, "业主要求年底再来"));
            return null;
        });
        assertThatThrownBy(() -> as(OFFICER, () -> {
                    editing.add(
                            plan,
                            "HF-11",
                            new PlanEditing.Change(
                                    LocalDate.parse("2026-12-01"), VisitChannel.PHONE, null, null, "顺路"));
                    return null;
                }))
                .hasMessage("工程:不由本单位回访");
        assertThat(as(MANAGER, () -> plans.lines(plan, 0, 9)).rows())
                .extracting(l -> l.projectCode() + " " + l.status() + " " + l.reason())
                .containsExactly("HF-9 POSTPONED 业主搬迁", "HF-10 CANCELLED 业主拒绝回访", "HF-9 ADDED 业主要求年底再来");
        assertThatThrownBy(() -> as(MANAGER, () -> {
                    editing.cancel(plan, second, "不去了");
                    return null;
                }))
                .hasMessage("只有本单位生产履约管理岗可以修改回访计划");
    }

    /** Its deadline is the day the manager approved with the reason, not the day it was due. */
    @Test
    void a_visit_postponed_in_the_plan_is_late_only_after_the_day_agreed() {
        project("HF-17", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        EngineTime.set("2026-06-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-nanjing-1";
        job(plan);
        change(plan, "2026-09-10", "业主装修");
        complete(OFFICER, plan, "编制回访计划", Map.of());
        complete(MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE"));
        job(plan);
        Visit visit = visitOf(plan);
        assertThat(visit.postponedReason()).isEqualTo("业主装修");
        assertThat(visit.lastDay()).isEqualTo(LocalDate.parse("2026-09-10"));
        fires(visit.visitNo(), "2026-09-03T00:00:00+08:00");
        fires(visit.visitNo(), "2026-09-11T00:00:00+08:00");
        assertThat(visits.story(visit.visitNo())).extracting(StoryEvent::title).contains("到期未回访");
    }

    /** Nobody has put off what was due when the plan was compiled. */
    @Test
    void what_was_due_already_is_postponed_only_when_it_is_moved() {
        project("HF-21", "nanjing", ManagementMode.BRANCH_DIRECT, "2025-11-20");
        String plan = started(OFFICER, "revisit-plan", Map.of("unit", "nanjing", "period", "2026H1"));
        job(plan);
        assertThat(lines(plan)).containsExactly("HF-21 2026-05-20 2026-05-21 PLANNED true");
        change(plan, "2026-05-21", null);
        assertThatThrownBy(() -> change(plan, "2026-05-22", null)).hasMessage("改期原因:晚于到期日的必填");
        assertThat(lines(plan)).containsExactly("HF-21 2026-05-20 2026-05-21 PLANNED true");
        change(plan, "2026-05-22", "业主出差");
        assertThat(lines(plan)).containsExactly("HF-21 2026-05-20 2026-05-22 POSTPONED true");

        long line = as(MANAGER, () -> plans.lines(plan, 0, 9)).rows().get(0).id();
        as(OFFICER, () -> {
            editing.cancel(plan, line, "业主拒绝回访");
            editing.restore(plan, line);
            return null;
        });
        assertThat(lines(plan)).containsExactly("HF-21 2026-05-20 2026-05-21 PLANNED true");
    }

    // 回访

    @Test
    void a_visit_is_put_off_late_supervised_and_followed_up_to_the_filed_record() {
        project("HF-12", "nanjing", ManagementMode.HQ_AUTHORISED, "2021-08-31");
        String plan = released();
        String visit = visitOf(plan).visitNo();
        fires(visit, "2026-08-24T00:00:00+08:00");
        assertThat(due(visit, "保修期内回访")).isEqualTo(at("2026-09-01T00:00:00+08:00"));

        assertThatThrownBy(() -> complete("nanjing-pmd", visit, "保修期内回访", Map.of("outcome", "POSTPONED")))
                .hasMessage("改期至:必填");
        complete(
                "nanjing-pmd",
                visit,
                "保修期内回访",
                Map.of("outcome", "POSTPONED", "postponedTo", "2026-09-10", "reason", "业主装修"));
        assertThat(visits.of(visit).postponedReason()).isEqualTo("业主装修");
        fires(visit, "2026-09-03T00:00:00+08:00");
        complete("nanjing-marketing", visit, "保修期内回访", Map.of("outcome", "CANCELLED", "reason", "业主不便"));
        complete(MANAGER, visit, "审批取消回访", Map.of("decision", "REFUSE", "cancelRemarks", "必须回访"));

        fires(visit, "2026-09-11T00:00:00+08:00");
        complete(MANAGER, visit, "督办逾期回访", Map.of("measures", "明日上午前往"));
        assertThat(visits.story(visit)).extracting(StoryEvent::title).contains("到期未回访", "督办");

        EngineTime.set("2026-09-12T15:00:00+08:00");
        complete(
                "nanjing-warranty-manager",
                visit,
                "保修期内回访",
                visited(
                        "2026-09-12T10:00",
                        List.of(Map.of(
                                "category",
                                "WATERPROOF",
                                "location",
                                "3层卫生间",
                                "description",
                                "渗漏",
                                "measured",
                                "湿渍0.3㎡")),
                        List.of(Map.of("department", "hq-quality", "content", "要求提供检测报告"))));
        VisitDefect defect = visits.defects(visit).get(0);
        RepairCase repair = cases.of(defect.caseNo());
        assertThat(repair.report().receivedAt()).isEqualTo(at("2026-09-12T10:00:00+08:00"));
        assertThat(repair.report().channel()).isEqualTo(Channel.REVISIT);
        assertThat(repair.report().description()).isEqualTo("渗漏(实测:湿渍0.3㎡)");
        assertThat(open(visit)).containsExactlyInAnyOrder("答复移交事项", "跟进满意度调查");

        complete("hq-quality", visit, "答复移交事项", Map.of("answer", "报告已寄出"));
        answeredByLink(visit);
        assertThat(open(visit)).isEmpty();
        refuse(defect.caseNo());

        complete(
                "nanjing-pmd",
                visit,
                "核实处理结果",
                Map.of(
                        "verdict",
                        "NOT_GOOD",
                        "result",
                        "仍有渗漏",
                        "category",
                        "WATERPROOF",
                        "location",
                        "3层卫生间",
                        "description",
                        "门槛处仍渗漏"));
        assertThat(open(visit)).isEmpty();
        refuse(visits.defects(visit).get(1).caseNo());
        complete("nanjing-pmd", visit, "核实处理结果", Map.of("verdict", "GOOD", "result", "已处理完毕"));
        job(visit);
        assertThatThrownBy(() ->
                        complete("nanjing-pmd", visit, "业主签字归档", Map.of("signedBy", "周敏", "signedOn", "2026-09-12")))
                .hasMessageStartingWith("纸质件存放位置:尚未上传签字扫描件");
        complete(
                "nanjing-pmd",
                visit,
                "业主签字归档",
                Map.of("signedBy", "周敏", "signedOn", "2026-09-12", "recordPlace", "项目管理部3号柜"));
        complete("hq-performance-officer", visit, "备案回访记录", Map.of());
        assertThat(visits.of(visit).stage()).isEqualTo(VisitStage.CLOSED);
        assertThat(visits.of(visit).course().recordNo()).startsWith("HFJL-2026-");
        assertThat(running(visit)).isZero();
    }

    /** Of two repairs that come of a visit, the last one lets it go on, though the next visit is due by then. */
    @Test
    void a_visit_waits_for_its_repairs_however_long_they_take() {
        project("HF-13", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        String visit = visitOf(released()).visitNo();
        fires(visit, "2026-08-24T00:00:00+08:00");
        EngineTime.set("2026-08-31T15:00:00+08:00");
        Map<String, Object> leak = Map.of("category", "WATERPROOF", "location", "屋面", "description", "渗漏");
        complete("nanjing-pmd", visit, "保修期内回访", visited("2026-08-31T10:00", List.of(leak, leak), List.of()));
        complete("nanjing-pmd", visit, "跟进满意度调查", Map.of("declinedReason", "业主无暇填写"));
        EngineTime.set("2027-09-01T09:00:00+08:00");
        refuse(visits.defects(visit).get(0).caseNo());
        assertThat(open(visit)).isEmpty();
        refuse(visits.defects(visit).get(1).caseNo());
        assertThat(open(visit)).containsExactly("核实处理结果");
        assertThat(due("2027-12-31")).containsExactly("HF-13 2027-08-31 false");
        assertThat(surveys.ofDossier(visit).orElseThrow().status()).isEqualTo(SurveyStatus.DECLINED);
    }

    /** Whoever notes on the page of the survey that the owner declines has not to do it again with the visit. */
    @Test
    void a_survey_declined_on_its_own_page_lets_the_visit_go_on() {
        project("HF-19", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        String visit = visitOf(released()).visitNo();
        fires(visit, "2026-08-24T00:00:00+08:00");
        EngineTime.set("2026-08-31T15:00:00+08:00");
        complete("nanjing-pmd", visit, "保修期内回访", visited("2026-08-31T10:00", List.of(), List.of()));
        assertThat(open(visit)).containsExactly("跟进满意度调查");
        String survey = surveys.ofDossier(visit).orElseThrow().surveyNo();

        as("nanjing-pmd", () -> {
            surveys.declined(survey, "业主无暇填写");
            return null;
        });

        assertThat(open(visit)).containsExactly("核实处理结果");
        assertThat(plans.story(visit))
                .filteredOn(e -> e.title().equals("业主不填写满意度调查"))
                .extracting(StoryEvent::detail)
                .containsExactly("业主无暇填写");
    }

    @Test
    void a_visit_by_hand_after_the_warranty_ends_with_the_signed_record() {
        project("HF-14", "nanjing", ManagementMode.BRANCH_DIRECT, "2015-08-31");
        assertThatThrownBy(() -> started("suzhou-marketing", "revisit", byHand("HF-14")))
                .isInstanceOf(RuntimeException.class);
        String visit = started("nanjing-post-warranty", "revisit", byHand("HF-14"));
        EngineTime.set("2026-05-21T15:00:00+08:00");
        assertThatThrownBy(() -> complete(
                        "nanjing-marketing", visit, "保修期后回访", visited("2026-05-22T10:00", List.of(), List.of())))
                .hasMessage("回访时间:不能晚于当前时间");
        assertThatThrownBy(() -> complete(
                        "nanjing-marketing",
                        visit,
                        "保修期后回访",
                        visited("2026-05-21T10:00", List.of(Map.of("category", "OTHER", "location", "大厅")), List.of())))
                .hasMessage("缺陷第1行缺陷描述:必填");
        complete("nanjing-marketing", visit, "保修期后回访", visited("2026-05-21T10:00", List.of(), List.of()));
        complete("nanjing-marketing", visit, "跟进满意度调查", Map.of("declinedReason", "业主无暇填写"));
        complete("nanjing-pmd", visit, "核实处理结果", Map.of("verdict", "GOOD", "result", "无需处理"));
        job(visit);
        complete(
                "nanjing-marketing",
                visit,
                "业主签字归档",
                Map.of("signedBy", "周敏", "signedOn", "2026-05-21", "recordPlace", "项目管理部3号柜"));
        assertThat(visits.of(visit).stage()).isEqualTo(VisitStage.CLOSED);
    }

    @Test
    void a_visit_falls_away_when_the_manager_agrees() {
        project("HF-15", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31");
        String visit = started("nanjing-pmd", "revisit", byHand("HF-15"));
        complete("nanjing-pmd", visit, "保修期内回访", Map.of("outcome", "CANCELLED", "reason", "业主临时有事"));
        complete(MANAGER, visit, "审批取消回访", Map.of("decision", "AGREE"));
        assertThat(visits.of(visit).stage()).isEqualTo(VisitStage.CANCELLED);
        assertThat(running(visit)).isZero();
    }

    /** From HQ-authorised to branch-direct in mid-year: the record of the visit is filed at HQ no more. */
    @Test
    void a_change_of_management_counts_from_the_next_visit_on() {
        project("HF-16", "nanjing", ManagementMode.HQ_AUTHORISED, "2021-08-31");
        String plan = released();
        String visit = visitOf(plan).visitNo();
        assertThat(visits.of(visit).filed()).isTrue();
        save("HF-16", "nanjing", ManagementMode.BRANCH_DIRECT, "2021-08-31", null);
        fires(visit, "2026-08-24T00:00:00+08:00");
        assertThat(visits.of(visit).filed()).isFalse();
        assertThat(open(plan)).containsExactly("备案回访计划");
    }

    // ---------------------------------------------------------------------------------------------------------------

    private void project(String code, String unit, ManagementMode mode, String acceptedOn) {
        save(code, unit, mode, acceptedOn, null);
    }

    /** @param waterproofUntil an explicit end of the waterproofing, or null: five years */
    private void save(String code, String unit, ManagementMode mode, String acceptedOn, LocalDate waterproofUntil) {
        projects.save(new Project(
                code,
                "玄武大厦装修工程",
                "玄武置业有限公司",
                "周敏",
                "13800000000",
                "南京市玄武区1号",
                unit,
                mode,
                LocalDate.parse(acceptedOn),
                "李建国",
                null,
                null,
                null,
                Team.ledBy("李建国"),
                List.of(
                        new WarrantyItem(DefectCategory.WATERPROOF, 5, waterproofUntil),
                        WarrantyItem.standard(DefectCategory.DECORATION)),
                Machine.standardSet(),
                List.of(),
                null));
        jdbc.sql("update project set registered_on = '2026-05-20' where code = ?")
                .param(code)
                .update();
    }

    private String submittedPlan() {
        EngineTime.set("2026-06-01T02:00:00+08:00");
        job("revisit-planning");
        String plan = "HFJH-2026H2-nanjing-"
                + jdbc.sql(
                                "select max(revision) from revisit_plan where unit = 'nanjing' and year_no = 2026 and half_no = 2")
                        .query(Integer.class)
                        .single();
        job(plan);
        complete(OFFICER, plan, "编制回访计划", Map.of());
        return plan;
    }

    private String released() {
        String plan = submittedPlan();
        complete(MANAGER, plan, "审批回访计划", Map.of("decision", "APPROVE"));
        job(plan);
        return plan;
    }

    private void change(String plan, String plannedOn, String reason) {
        long first = as(MANAGER, () -> plans.lines(plan, 0, 1)).rows().get(0).id();
        as(OFFICER, () -> {
            editing.change(
                    plan,
                    first,
                    new PlanEditing.Change(LocalDate.parse(plannedOn), VisitChannel.ON_SITE, "项目部", null, reason));
            return null;
        });
    }

    private RevisitPlan plan(String plan) {
        return as(MANAGER.replace("nanjing", plan.split("-")[2]), () -> plans.visible(plan));
    }

    private List<String> lines(String plan) {
        return as(MANAGER, () -> plans.lines(plan, 0, 99)).rows().stream()
                .map(l -> l.projectCode() + " " + l.dueOn() + " " + l.plannedOn() + " " + l.status() + " "
                        + l.inWarranty())
                .toList();
    }

    private List<String> due(String until) {
        return dues.unplanned(LocalDate.parse(until)).stream()
                .map(u ->
                        u.project().code() + " " + u.due().day() + " " + u.due().inWarranty())
                .toList();
    }

    private Visit visitOf(String plan) {
        return visits.of(jdbc.sql("select visit_no from revisit where plan_no = ?")
                .param(plan)
                .query(String.class)
                .single());
    }

    private static Map<String, Object> byHand(String project) {
        return Map.of(
                "projectCode", project, "plannedOn", "2026-05-21", "channel", "PHONE", "occasion", "业主来电", "focus", "");
    }

    private static Map<String, Object> visited(String at, List<?> defects, List<?> issues) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("outcome", "VISITED");
        fields.put("visitedAt", at);
        fields.put("channel", "ON_SITE");
        fields.put("responsible", "李建国");
        fields.put("interviewees", "物业部 经理 周敏");
        fields.put("situation", "使用情况良好");
        fields.put("defects", Spin.JSON(json(defects)));
        fields.put("issues", Spin.JSON(json(issues)));
        return fields;
    }

    private static String json(List<?> rows) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(rows);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void answeredByLink(String visit) {
        String survey = surveys.ofDossier(visit).orElseThrow().surveyNo();
        String token = as("nanjing-pmd", () -> surveys.newLink(survey)).token();
        surveys.answeredByLink(
                token,
                new SurveyDraft(
                        Arrays.stream(SurveyFactor.values()).collect(Collectors.toMap(f -> f, f -> "80")),
                        null,
                        "周敏",
                        "13800000000",
                        null,
                        null));
        assertThat(surveys.find(survey).orElseThrow().recordNo()).startsWith("MYDJL-");
    }

    /** The quickest way to the end of a case. */
    private void refuse(String caseNo) {
        complete("nanjing-after-sales", caseNo, "下达维修任务单", Map.of("decision", "NOT_ACCEPTED", "refusalReason", "重复报修"));
    }

    private String started(String person, String process, Map<String, Object> fields) {
        String definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        ProcessInstance instance = as(person, () -> forms.submitStartForm(definition, fields));
        return instance.getBusinessKey();
    }

    /** Completes the task as this person with the fields of its form. */
    private void complete(String person, String key, String taskName, Map<String, Object> fields) {
        Task task = task(key, taskName);
        as(person, () -> {
            tasks.complete(task.getId(), new HashMap<>(fields));
            return null;
        });
    }

    private Task task(String key, String name) {
        List<Task> found = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskName(name)
                .list();
        assertThat(found).as("task %s among %s", name, open(key)).hasSize(1);
        return found.get(0);
    }

    private List<String> open(String key) {
        return tasks.createTaskQuery().processInstanceBusinessKey(key).list().stream()
                .map(Task::getName)
                .toList();
    }

    private Instant due(String key, String taskName) {
        return task(key, taskName).getDueDate().toInstant();
    }

    private long running(String key) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(key)
                .count();
    }

    /** Runs the one job without a timer's wait: of the instance with this business key, or of a process started by time. */
    private void job(String key) {
        List<Job> found = key.equals("revisit-planning")
                ? management.createJobQuery().processDefinitionKey(key).list()
                : jobs(key).stream()
                        .filter(j -> due(j).compareTo(EngineTime.now()) <= 0)
                        .toList();
        assertThat(found).as("jobs of " + key).hasSize(1);
        management.executeJob(found.get(0).getId());
    }

    /** The instance's timer stands at the instant: a second before the engine leaves it alone, at it, it fires. */
    private void fires(String key, String offsetDateTime) {
        Instant at = at(offsetDateTime);
        List<Job> timers = jobs(key).stream().filter(j -> due(j).equals(at)).toList();
        assertThat(timers).as("timers of " + key + " at " + at).hasSize(1);
        EngineTime.set(at.minusSeconds(1));
        assertThat(executable(timers.get(0))).isFalse();
        EngineTime.set(at);
        assertThat(executable(timers.get(0))).isTrue();
        management.executeJob(timers.get(0).getId());
    }

    private boolean executable(Job job) {
        return management.createJobQuery().jobId(job.getId()).executable().count() == 1;
    }

    private List<Job> jobs(String key) {
        List<Job> jobs = new ArrayList<>();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .map(i ->
                        management.createJobQuery().processInstanceId(i.getId()).list())
                .forEach(jobs::addAll);
        return jobs;
    }

    private static Instant due(Job job) {
        return job.getDuedate().toInstant();
    }

    private <T> T as(String person, Supplier<T> action) {
        return LoggedIn.as(identity, person, action);
    }

    private static Instant at(String offsetDateTime) {
        return OffsetDateTime.parse(offsetDateTime).toInstant();
    }
}

package cn.aftercare.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.handover.app.ProjectClosing;
import cn.aftercare.handover.app.TeamChanges;
import cn.aftercare.organisation.app.Memberships;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.project.EntryKind;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ImportReport;
import cn.aftercare.project.app.ProjectFile;
import cn.aftercare.project.app.ProjectImport;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.project.app.ProjectStart;
import cn.aftercare.project.app.SheetNotation;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.app.ReportIntake;
import cn.aftercare.revisit.VisitStage;
import cn.aftercare.revisit.app.Visits;
import cn.aftercare.sheet.CellError;
import cn.aftercare.sheet.RejectedSheetException;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.Steps;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People leave, others take over; after the warranty; the end of a project. */
@EngineTest
@Import({Walk.class, Steps.class})
class TeamChangesTest {

    private static final String PMD = "nanjing-pmd";
    private static final String PMD_MANAGER = "nanjing-pmd-manager";
    private static final String MANAGER = "nanjing-warranty-manager";
    private static final String ENGINEER = "nanjing-engineer";
    private static final String SUCCESSOR = "nanjing-site-technician";
    private static final String FIRST = "nanjing-post-warranty";
    private static final String SECOND = "nanjing-marketing";
    private static final String NOW = "2026-03-02T09:00:00+08:00";

    @Autowired
    TeamChanges changes;

    @Autowired
    ProjectClosing closing;

    @Autowired
    ProjectService projects;

    @Autowired
    ProjectImport imports;

    @Autowired
    ProjectFile file;

    @Autowired
    ReportIntake intake;

    @Autowired
    Visits visits;

    @Autowired
    Memberships memberships;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Walk walk;

    @Autowired
    Steps steps;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void before() {
        EngineTime.set(NOW);
        memberships.add(SUCCESSOR, MANAGER);
        memberships.add(SUCCESSOR, ENGINEER);
    }

    @AfterEach
    void clear() {
        walk.clear();
        memberships.remove(SUCCESSOR, MANAGER);
        memberships.remove(SUCCESSOR, ENGINEER);
    }

    // 更换

    @Test
    void three_hundred_open_tasks_change_hands_at_once_and_nobody_elses_do() {
        project("RY-1", "2025-01-10");
        project("RY-2", "2025-01-10");
        for (int i = 0; i < 300; i++) {
            runtime.startProcessInstanceByKey("charge-settlement", "RY-1-" + i, settlement("RY-1"));
        }
        runtime.startProcessInstanceByKey("charge-settlement", "RY-2-0", settlement("RY-2"));
        assertThat(count("RY-1", ENGINEER)).isEqualTo(300);

        TeamChanges.Change change = replace(PMD, "RY-1", TeamRole.ENGINEER, SUCCESSOR, "2026-03-01");
        assertThat(change.movedTasks()).isEqualTo(300);
        assertThat(count("RY-1", SUCCESSOR)).isEqualTo(300);
        assertThat(count("RY-1", ENGINEER)).isZero();
        assertThat(count("RY-2", ENGINEER)).isEqualTo(1);
        runtime.createProcessInstanceQuery().processDefinitionKey("charge-settlement").list().stream()
                .filter(i -> i.getBusinessKey().startsWith("RY-"))
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test"));
    }

    @Test
    void what_comes_later_in_a_running_case_goes_to_the_successor_too() {
        project("RY-3", "2025-01-10");
        Walk.Repair repair = surveyWaits("RY-3");
        assertThat(repair.task("现场勘查").getAssignee()).isEqualTo(ENGINEER);
        assertThat(replace(PMD, "RY-3", TeamRole.WARRANTY_MANAGER, SUCCESSOR, "2026-03-02")
                        .movedTasks())
                .isZero();
        assertThat(replace(PMD_MANAGER, "RY-3", TeamRole.ENGINEER, SUCCESSOR, "2026-03-02")
                        .movedTasks())
                .isEqualTo(1);
        assertThat(repair.task("现场勘查").getAssignee()).isEqualTo(SUCCESSOR);
        repair.surveyBy(SUCCESSOR, Map.of());
        assertThat(repair.task("确认勘查结论").getAssignee()).isEqualTo(SUCCESSOR);
    }

    @Test
    void it_stays_on_record_who_was_responsible_when() {
        project("RY-4", "2025-01-10");
        replace(PMD, "RY-4", TeamRole.WARRANTY_MANAGER, SUCCESSOR, "2026-02-01");
        Project after = projects.find("RY-4").orElseThrow();
        assertThat(after.team().managerId()).isEqualTo(SUCCESSOR);
        assertThat(after.team().substituteReason()).isEqualTo("原负责人调离");
        assertThat(steps.as(PMD, () -> changes.history(after)))
                .extracting(TeamPeriod::role, TeamPeriod::userId, TeamPeriod::fromOn, TeamPeriod::untilOn)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                TeamRole.WARRANTY_MANAGER,
                                MANAGER,
                                LocalDate.of(2025, 1, 10),
                                LocalDate.of(2026, 2, 1)),
                        org.assertj.core.groups.Tuple.tuple(
                                TeamRole.WARRANTY_MANAGER, SUCCESSOR, LocalDate.of(2026, 2, 1), null),
                        org.assertj.core.groups.Tuple.tuple(
                                TeamRole.ENGINEER, ENGINEER, LocalDate.of(2025, 1, 10), null));
        assertThat(steps.as(PMD, () -> file.entries("RY-4")))
                .filteredOn(e -> e.kind() == EntryKind.TEAM)
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).isEqualTo("自 2026-02-01 起。原负责人调离"));
    }

    @Test
    void a_project_sheet_that_names_somebody_else_hands_over_as_the_page_does() {
        project("RY-9", "2025-01-10");
        Walk.Repair repair = surveyWaits("RY-9");
        assertThat(sheet("RY-9", "李建国", "", SUCCESSOR, true).warnings())
                .containsExactly("第2行 RY-9:专业工程师由nanjing-engineer改为nanjing-site-technician,导入时移交未办任务");
        assertThat(repair.task("现场勘查").getAssignee()).isEqualTo(ENGINEER);

        assertThat(sheet("RY-9", "李建国", "", SUCCESSOR, false).warnings())
                .containsExactly("第2行 RY-9:专业工程师由nanjing-engineer改为nanjing-site-technician,移交未办任务 1 项");
        assertThat(repair.task("现场勘查").getAssignee()).isEqualTo(SUCCESSOR);
        assertThat(sheet("RY-9", "李建国", "", SUCCESSOR, false).unchanged()).isEqualTo(1);
        Project after = projects.find("RY-9").orElseThrow();
        assertThat(steps.as(PMD, () -> changes.history(after)))
                .filteredOn(p -> p.role() == TeamRole.ENGINEER)
                .extracting(TeamPeriod::userId, TeamPeriod::fromOn, TeamPeriod::untilOn, TeamPeriod::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                ENGINEER, LocalDate.of(2025, 1, 10), LocalDate.of(2026, 3, 2), null),
                        org.assertj.core.groups.Tuple.tuple(SUCCESSOR, LocalDate.of(2026, 3, 2), null, "导入工程表"));

        // The manager's tasks come to the successor as well, with the reason of the sheet.
        repair.surveyBy(SUCCESSOR, Map.of());
        assertThat(repair.task("确认勘查结论").getAssignee()).isEqualTo(MANAGER);
        sheet("RY-9", "赵新", SUCCESSOR, SUCCESSOR, false);
        assertThat(repair.task("确认勘查结论").getAssignee()).isEqualTo(SUCCESSOR);
        assertThat(steps.as(PMD, () -> changes.history(after)))
                .filteredOn(p -> p.role() == TeamRole.WARRANTY_MANAGER)
                .extracting(TeamPeriod::reason)
                .containsExactly(null, "原负责人调离");

        // Nobody named: the department's people find it in their group.
        sheet("RY-9", "赵新", "", SUCCESSOR, false);
        assertThat(repair.task("确认勘查结论").getAssignee()).isNull();
    }

    @Test
    void a_sheet_that_names_somebody_without_the_role_is_refused_as_a_whole() {
        project("RY-10", "2025-01-10");
        Walk.Repair repair = surveyWaits("RY-10");
        assertThatThrownBy(() -> sheet("RY-10", "李建国", "", "nanjing-materials", false))
                .isInstanceOfSatisfying(
                        RejectedSheetException.class,
                        e -> assertThat(e.errors())
                                .extracting(CellError::message)
                                .containsExactly("第2行 专业工程师登录名“nanjing-materials”:不是南京分公司的专业工程师,不能接任"));
        assertThat(repair.task("现场勘查").getAssignee()).isEqualTo(ENGINEER);
        assertThat(projects.find("RY-10").orElseThrow().team().engineerId()).isEqualTo(ENGINEER);
    }

    /** The sheet of the project as it is, with other people; no login for the manager: none. */
    private ImportReport sheet(String code, String manager, String managerLogin, String engineerLogin, boolean dryRun) {
        Project p = projects.find(code).orElseThrow();
        String login = manager.equals("李建国") ? p.team().managerId() : managerLogin;
        String name = manager.equals("李建国") ? p.team().managerName() : manager;
        String csv = "工程编号,工程名称,业主名称,业主联系人,业主电话,工程地点,管理单位,管理方式,竣工验收日期,项目经理,保修项目,维保经理,维保经理登录名,"
                + "更换原因,专业工程师登录名\n"
                + String.join(
                        ",",
                        code,
                        p.name(),
                        p.ownerName(),
                        p.ownerContact(),
                        p.ownerPhone(),
                        p.address(),
                        p.unit(),
                        p.managementMode().label(),
                        p.acceptedOn().toString(),
                        p.projectManager(),
                        SheetNotation.items(p.items()),
                        name,
                        login,
                        name.equals(p.projectManager()) ? "" : "原负责人调离",
                        engineerLogin)
                + "\n";
        return steps.as(PMD, () -> imports.run(csv.getBytes(StandardCharsets.UTF_8), dryRun));
    }

    @Test
    void what_is_wrong_changes_nothing_and_names_the_field() {
        project("RY-5", "2025-01-10");
        refused("RY-5", TeamRole.ENGINEER, ENGINEER, "2026-03-02", "接任人:");
        refused("RY-5", TeamRole.ENGINEER, "nanjing-materials", "2026-03-02", "接任人:请选择本单位的专业工程师");
        refused("RY-5", TeamRole.POST_WARRANTY_FIRST, "suzhou-pmd", "2026-03-02", "接任人:请选择本单位人员");
        refused("RY-5", TeamRole.ENGINEER, SUCCESSOR, "2026-03-03", "自何日起:不能晚于今天");
        refused("RY-5", TeamRole.ENGINEER, SUCCESSOR, "2025-01-09", "自何日起:不能早于2025-01-10");
        refused("RY-5", TeamRole.ENGINEER, SUCCESSOR, "昨天", "自何日起:应为 2026-01-31 的写法");
        assertThatThrownBy(() -> replace("nanjing-materials", "RY-5", TeamRole.ENGINEER, SUCCESSOR, "2026-03-02"))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("只有管理单位的项目管理部可以更换人员");
        assertThatThrownBy(() -> replace("suzhou-pmd", "RY-5", TeamRole.ENGINEER, SUCCESSOR, "2026-03-02"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> replace("hq-pmd", "RY-5", TeamRole.ENGINEER, SUCCESSOR, "2026-03-02"))
                .isInstanceOf(NotPermittedException.class);
        replace(PMD, "RY-5", TeamRole.POST_WARRANTY_FIRST, FIRST, "2026-03-02");
        refused("RY-5", TeamRole.POST_WARRANTY_SECOND, FIRST, "2026-03-02", "接任人:两名过保管理人员不能是同一人");
    }

    // 过保

    @Test
    void live_and_expired_items_of_one_project_have_their_own_managers() {
        project("RY-6", "2023-10-15");
        Walk.Repair before = surveyWaits("RY-6", DefectCategory.DECORATION);
        before.surveyBy(ENGINEER, Map.of("causeCategory", "DECORATION"));
        assertThat(before.task("确认勘查结论").getAssignee()).isEqualTo(MANAGER);
        replace(PMD, "RY-6", TeamRole.POST_WARRANTY_FIRST, FIRST, "2026-03-02");
        replace(PMD, "RY-6", TeamRole.POST_WARRANTY_SECOND, SECOND, "2026-03-02");

        Walk.Repair expired = surveyWaits("RY-6", DefectCategory.DECORATION);
        Walk.Repair live = surveyWaits("RY-6", DefectCategory.WATERPROOF);
        assertThat(manager(expired)).isEqualTo(FIRST);
        assertThat(manager(live)).isEqualTo(MANAGER);
        assertThat(expired.story()).contains("告知过保管理人员");
        assertThat(live.story()).doesNotContain("告知过保管理人员");
        assertThat(before.story()).doesNotContain("告知过保管理人员");
        assertThat(expired.hard(CommitmentType.START).dueAt())
                .isEqualTo(live.hard(CommitmentType.START).dueAt());

        // Who decides changes hands with the role; what ran before anybody was named stays where it is.
        expired.surveyBy(ENGINEER, Map.of("causeCategory", "DECORATION"));
        assertThat(expired.task("确认勘查结论").getAssignee()).isEqualTo(FIRST);
        assertThat(replace(PMD, "RY-6", TeamRole.POST_WARRANTY_FIRST, "nanjing-commercial", "2026-03-02")
                        .movedTasks())
                .isEqualTo(1);
        assertThat(expired.task("确认勘查结论").getAssignee()).isEqualTo("nanjing-commercial");
        assertThat(before.task("确认勘查结论").getAssignee()).isEqualTo(MANAGER);
        assertThat(manager(live)).isEqualTo(MANAGER);

        // A warranted item that turns out to be damaged by one that is warranted no more.
        live.surveyBy(ENGINEER, Map.of("causeCategory", "DECORATION"));
        live.confirm(Map.of("causeCategory", "DECORATION"));
        assertThat(manager(live)).isEqualTo("nanjing-commercial");
    }

    // 关闭

    @Test
    void a_project_with_something_open_is_not_closed_and_the_numbers_are_told() {
        project("RY-7", "2023-10-15");
        Walk.Repair repair = walk.reported(Walk.at("RY-7", walk.report(NOW)));
        assertThatThrownBy(() -> close(PMD_MANAGER, "RY-7", "合同终止"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("工程不能关闭,尚有未办结事项:" + repair.caseNo());
        assertThatThrownBy(() -> close(PMD, "RY-7", "合同终止"))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("只有管理单位的项目管理部经理可以关闭工程");
        assertThatThrownBy(() -> close(PMD_MANAGER, "RY-7", " "))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("关闭原因:必填");
        assertThat(projects.find("RY-7").orElseThrow().closedOn()).isNull();
    }

    @Test
    void closing_cancels_what_was_planned_and_has_not_begun() {
        project("RY-8", "2023-10-15");
        String plan = "HFJH-RY8";
        jdbc.sql("insert into revisit_plan (plan_no, unit, year_no, half_no, revision, status, compiled_at)"
                        + " values (?, 'nanjing', 2031, 1, 1, 'DRAFT', current_timestamp)")
                .param(plan)
                .update();
        jdbc.sql(
                        "insert into revisit_plan_line (plan_no, project_code, in_warranty, filed, planned_on, channel, complaints,"
                                + " status) values (?, 'RY-8', true, false, date '2031-03-01', 'PHONE', 0, 'ADDED')")
                .param(plan)
                .update();
        jdbc.sql("insert into revisit (visit_no, project_code, unit, planned_on, in_warranty, supervised, filed, stage,"
                        + " channel, created_at) values ('HF-RY-8', 'RY-8', 'nanjing', date '2026-09-01', true, false,"
                        + " false, 'PLANNED', 'PHONE', current_timestamp)")
                .update();
        runtime.createMessageCorrelation("RevisitPlanned")
                .processInstanceBusinessKey("HF-RY-8")
                .setVariables(Map.of("caseNo", "HF-RY-8", "unit", "nanjing", "prepareAt", new java.util.Date()))
                .correlateStartMessage();
        assertThat(steps.running("HF-RY-8")).isTrue();

        close(PMD_MANAGER, "RY-8", "业主委托其他单位维保");
        assertThat(projects.find("RY-8").orElseThrow().closedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(steps.running("HF-RY-8")).isFalse();
        assertThat(visits.of("HF-RY-8").stage()).isEqualTo(VisitStage.CANCELLED);
        assertThat(visits.of("HF-RY-8").course().cancelReason()).isEqualTo("工程已关闭");
        assertThat(jdbc.sql("select status || ' ' || reason from revisit_plan_line where plan_no = ?")
                        .param(plan)
                        .query(String.class)
                        .single())
                .isEqualTo("CANCELLED 工程已关闭");
        assertThat(steps.as(PMD, () -> file.entries("RY-8")))
                .filteredOn(e -> e.kind() == EntryKind.CLOSING)
                .singleElement()
                .satisfies(e -> assertThat(e.detail()).isEqualTo("业主委托其他单位维保"));
        assertThatThrownBy(() -> close(PMD_MANAGER, "RY-8", "再关一次"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("工程已于 2026-03-02 关闭");
        assertThatThrownBy(() -> replace(PMD, "RY-8", TeamRole.ENGINEER, SUCCESSOR, "2026-03-02"))
                .isInstanceOf(ConflictException.class);
        // What came before the end is owed, what comes after is not.
        ReportDraft late = Walk.at("RY-8", walk.report(NOW));
        assertThatThrownBy(() -> steps.as("nanjing-after-sales", () -> intake.record(late)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessage("工程:“" + projects.find("RY-8").orElseThrow().name() + "”已于2026-03-02关闭,不再受理报修");
        assertThat(steps.as(
                        "nanjing-after-sales",
                        () -> file.starts(projects.find("RY-8").orElseThrow())))
                .extracting(ProjectStart::process)
                .doesNotContain("repair");
        jdbc.sql("update project set closed_on = date '2026-03-03' where code = 'RY-8'")
                .update();
        assertThat(steps.as("nanjing-after-sales", () -> intake.record(late))).startsWith("BX-2026-");
        jdbc.sql("delete from revisit_plan_line where plan_no = ?").param(plan).update();
        jdbc.sql("delete from revisit_plan where plan_no = ?").param(plan).update();
        jdbc.sql("delete from revisit where visit_no = 'HF-RY-8'").update();
    }

    private Project project(String code, String acceptedOn) {
        jdbc.sql("delete from team_period where project_code = ?").param(code).update();
        return walk.project(code, "nanjing", LocalDate.parse(acceptedOn));
    }

    private static Map<String, Object> settlement(String project) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("caseNo", project);
        variables.put("unit", "nanjing");
        variables.put("projectCode", project);
        variables.put("engineerId", ENGINEER);
        variables.put("managerId", MANAGER);
        variables.put("insidePeriod", true);
        return variables;
    }

    private long count(String project, String assignee) {
        return tasks.createTaskQuery()
                .processVariableValueEquals("projectCode", project)
                .taskAssignee(assignee)
                .count();
    }

    private Walk.Repair surveyWaits(String project) {
        return surveyWaits(project, DefectCategory.DECORATION);
    }

    private Walk.Repair surveyWaits(String project, DefectCategory category) {
        Walk.Repair repair = walk.reported(Walk.at(project, walk.report(NOW, category)));
        repair.issueTaskOrder().allot().contactOwner();
        return repair;
    }

    private String manager(Walk.Repair repair) {
        return (String) runtime.getVariable(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(repair.caseNo())
                        .processDefinitionKey("repair")
                        .singleResult()
                        .getId(),
                "managerId");
    }

    private TeamChanges.Change replace(String by, String project, TeamRole role, String person, String fromOn) {
        return steps.as(
                by, () -> changes.replace(project, new TeamChanges.Draft(role.name(), person, fromOn, "原负责人调离")));
    }

    private void refused(String project, TeamRole role, String person, String fromOn, String message) {
        assertThatThrownBy(() -> replace(PMD, project, role, person, fromOn))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(message);
    }

    private void close(String by, String project, String reason) {
        steps.as(by, () -> {
            closing.close(project, reason);
            return null;
        });
    }
}

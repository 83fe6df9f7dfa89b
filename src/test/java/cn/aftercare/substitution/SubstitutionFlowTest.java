package cn.aftercare.substitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.audit.app.AuditTrail;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.app.Deputies;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.ConflictException;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotFoundException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.repair.Walk;
import cn.aftercare.substitution.app.Substitutions;
import cn.aftercare.substitution.app.Substitutions.Draft;
import cn.aftercare.testing.CoversModels;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import cn.aftercare.testing.LoggedIn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Roles and tasks change hands at the first midnight of a leave and come back at the last. */
@EngineTest
@Import(Walk.class)
@CoversModels("substitution")
class SubstitutionFlowTest {

    private static final String ENGINEER = "nanjing-engineer";
    private static final String SUBSTITUTE = "nanjing-technician";
    private static final String PMD = "nanjing-pmd";

    @Autowired
    Substitutions substitutions;

    @Autowired
    Deputies deputies;

    @Autowired
    Directory directory;

    @Autowired
    AuditTrail trail;

    @Autowired
    Walk walk;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void before() {
        EngineTime.set("2026-03-02T09:00:00+08:00");
        walk.project();
    }

    @AfterEach
    void clear() {
        for (Substitution s : as("admin", () -> substitutions.page(0, 100)).rows()) {
            if (s.status().open()) {
                ended("admin", s.number());
            }
        }
        walk.clear();
        jdbc.sql("delete from lent_group").update();
        jdbc.sql("delete from substitution").update();
        trail.flush();
        jdbc.sql("delete from audit_entry").update();
    }

    @Test
    void roles_and_tasks_change_hands_and_what_is_left_comes_back() {
        Walk.Repair repair = surveyWaits();
        assertThat(repair.task("现场勘查").getAssignee()).isEqualTo(ENGINEER);
        String number = recorded(ENGINEER, SUBSTITUTE, "2026-03-04", "2026-03-05");
        assertThat(find(number).status()).isEqualTo(SubstitutionStatus.PLANNED);
        assertThat(directory.groupsOf(SUBSTITUTE)).containsExactly(SUBSTITUTE);

        fires(number, "2026-03-04T00:00:00+08:00");
        assertThat(find(number).status()).isEqualTo(SubstitutionStatus.ACTIVE);
        assertThat(directory.groupsOf(SUBSTITUTE)).containsExactlyInAnyOrder(SUBSTITUTE, ENGINEER);
        assertThat(deputies.deputyOf(ENGINEER, "nanjing")).contains(SUBSTITUTE);
        assertThat(deputies.deputyOf(ENGINEER, "suzhou")).isEmpty();
        assertThat(repair.task("现场勘查"))
                .extracting(Task::getAssignee, Task::getOwner)
                .containsExactly(SUBSTITUTE, ENGINEER);

        fires(number, "2026-03-06T00:00:00+08:00");
        assertThat(find(number).status()).isEqualTo(SubstitutionStatus.ENDED);
        assertThat(find(number).endedBy()).isNull();
        assertThat(directory.groupsOf(SUBSTITUTE)).containsExactly(SUBSTITUTE);
        assertThat(deputies.deputyOf(ENGINEER, "nanjing")).isEmpty();
        assertThat(repair.task("现场勘查"))
                .extracting(Task::getAssignee, Task::getOwner)
                .containsExactly(ENGINEER, null);
    }

    @Test
    void a_task_that_appears_during_the_leave_is_the_substitutes_and_stays_done() {
        String number = recorded(ENGINEER, SUBSTITUTE, "2026-03-02", "2026-03-05");
        Job begins = timer(number);
        assertThat(begins.getDuedate().toInstant()).isEqualTo(Walk.at("2026-03-02T00:00:00+08:00"));
        management.executeJob(begins.getId());

        Walk.Repair repair = surveyWaits();
        Task survey = repair.task("现场勘查");
        assertThat(survey.getAssignee()).isEqualTo(SUBSTITUTE);
        assertThat(survey.getOwner()).isEqualTo(ENGINEER);
        repair.surveyBy(SUBSTITUTE, Map.of());
        ended(PMD, number);
        assertThat(repair.openTasks()).contains("确认勘查结论").doesNotContain("现场勘查");
    }

    @Test
    void a_leave_is_taken_back_before_it_begins_and_ended_while_it_lasts() {
        String planned = recorded(ENGINEER, SUBSTITUTE, "2026-03-04", "2026-03-05");
        assertThatThrownBy(() -> ended("nanjing-materials", planned))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("只有本人、本单位项目管理部和系统管理员可以登记或结束替岗");
        assertThatThrownBy(() -> ended("suzhou-pmd", planned)).isInstanceOf(NotFoundException.class);
        ended(ENGINEER, planned);
        assertThat(find(planned).status()).isEqualTo(SubstitutionStatus.WITHDRAWN);
        assertThat(running(planned)).isZero();
        assertThatThrownBy(() -> ended(ENGINEER, planned))
                .isInstanceOf(ConflictException.class)
                .hasMessage("替岗 " + planned + " 已撤销");

        String active = recorded(ENGINEER, SUBSTITUTE, "2026-03-04", "2026-03-05");
        fires(active, "2026-03-04T00:00:00+08:00");
        EngineTime.set("2026-03-04T10:00:00+08:00");
        ended(PMD, active);
        assertThat(find(active))
                .extracting(Substitution::status, Substitution::endedAt, Substitution::endedBy)
                .containsExactly(SubstitutionStatus.ENDED, Walk.at("2026-03-04T10:00:00+08:00"), PMD);
        assertThat(directory.groupsOf(SUBSTITUTE)).containsExactly(SUBSTITUTE);
        assertThat(running(active)).isZero();
    }

    /** Two colleagues are away and one person stands in for both; each takes back only what nobody else still lends. */
    @Test
    void a_role_lent_twice_goes_back_with_the_last() {
        identity.createMembership("nanjing-materials", ENGINEER);
        try {
            String first = recorded(ENGINEER, SUBSTITUTE, "2026-03-02", "2026-03-03");
            String second = recorded("nanjing-materials", SUBSTITUTE, "2026-03-02", "2026-03-05");
            management.executeJob(timer(first).getId());
            management.executeJob(timer(second).getId());
            fires(first, "2026-03-04T00:00:00+08:00");
            assertThat(directory.groupsOf(SUBSTITUTE))
                    .containsExactlyInAnyOrder(SUBSTITUTE, ENGINEER, "nanjing-materials");
            fires(second, "2026-03-06T00:00:00+08:00");
            assertThat(directory.groupsOf(SUBSTITUTE)).containsExactly(SUBSTITUTE);
        } finally {
            identity.deleteMembership("nanjing-materials", ENGINEER);
        }
    }

    /** What somebody had before is not lent, so it is not taken away. */
    @Test
    void an_own_role_stays() {
        identity.createMembership(SUBSTITUTE, ENGINEER);
        try {
            String number = recorded(ENGINEER, SUBSTITUTE, "2026-03-02", "2026-03-03");
            management.executeJob(timer(number).getId());
            fires(number, "2026-03-04T00:00:00+08:00");
            assertThat(identity.createGroupQuery()
                            .groupMember(SUBSTITUTE)
                            .groupId(ENGINEER)
                            .count())
                    .isOne();
        } finally {
            identity.deleteMembership(SUBSTITUTE, ENGINEER);
        }
    }

    /** Administration is nobody's role in a unit, and never lent. */
    @Test
    void only_the_roles_in_the_unit_are_lent() {
        identity.createMembership(ENGINEER, "camunda-admin");
        identity.createMembership(ENGINEER, "suzhou-engineer");
        try {
            String number = recorded(ENGINEER, SUBSTITUTE, "2026-03-02", "2026-03-03");
            management.executeJob(timer(number).getId());
            assertThat(directory.groupsOf(SUBSTITUTE)).containsExactlyInAnyOrder(SUBSTITUTE, ENGINEER);
        } finally {
            identity.deleteMembership(ENGINEER, "camunda-admin");
            identity.deleteMembership(ENGINEER, "suzhou-engineer");
        }
    }

    @Test
    void whatever_is_wrong_is_named_and_nothing_is_kept() {
        assertThat(wrong(PMD, new Draft(null, null, null, null, "morgen", " ")))
                .containsExactly("休假首日:必填", "休假末日:应为 2026-01-31 的写法", "事由:必填", "管理单位:必填");
        assertThat(wrong(PMD, draft("suzhou", "suzhou-engineer", "suzhou-pmd"))).containsExactly("管理单位:没有“suzhou”");
        assertThat(wrong(PMD, draft("nanjing", ENGINEER, ENGINEER))).containsExactly("替岗人:不能是休假人本人");
        assertThat(wrong(PMD, draft("nanjing", ENGINEER, "suzhou-engineer")))
                .containsExactly("替岗人:“suzhou-engineer”在南京分公司没有岗位");
        assertThat(wrong(PMD, draft("nanjing", "nobody", ""))).containsExactly("休假人:“nobody”在南京分公司没有岗位", "替岗人:必填");
        assertThat(wrong(PMD, days("2026-03-05", "2026-03-04"))).containsExactly("休假末日:不能早于休假首日");
        assertThat(wrong(PMD, days("2026-02-20", "2026-03-01"))).containsExactly("休假末日:不能早于今天");
        assertThat(wrong(PMD, days("2026-03-02", "2027-03-02"))).containsExactly("休假末日:休假不能超过1年,请改派他人");
        assertThatThrownBy(() -> as("nanjing-materials", () -> substitutions.record(days("2026-03-02", "2026-03-02"))))
                .isInstanceOf(NotPermittedException.class);
        assertThat(substitutions()).isZero();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("substitution")
                        .count())
                .isZero();

        recorded(PMD, days("2026-03-02", "2027-03-01"));
    }

    @Test
    void nobody_is_away_twice_and_nobody_stands_in_who_is_away() {
        String number = recorded(ENGINEER, SUBSTITUTE, "2026-03-04", "2026-03-06");
        assertThat(wrong(ENGINEER, draft(ENGINEER, PMD, "2026-03-06", "2026-03-08")))
                .containsExactly("休假人:已登记 2026-03-04 至 2026-03-06 休假(" + number + ")");
        assertThat(wrong(PMD, draft("nanjing-materials", ENGINEER, "2026-03-01", "2026-03-04")))
                .containsExactly("替岗人:2026-03-04 至 2026-03-06 本人休假(" + number + ")");
        assertThat(wrong(PMD, draft(SUBSTITUTE, "nanjing-materials", "2026-03-06", "2026-03-06")))
                .containsExactly("休假人:2026-03-04 至 2026-03-06 为" + directory.displayName(ENGINEER) + "替岗(" + number
                        + "),请先另派替岗人");
        // The day after is free.
        recorded(ENGINEER, draft(ENGINEER, PMD, "2026-03-07", "2026-03-08"));
        recorded(PMD, draft("nanjing-materials", ENGINEER, "2026-03-02", "2026-03-03"));
        recorded(PMD, draft(SUBSTITUTE, "nanjing-materials", "2026-03-07", "2026-03-07"));
    }

    @Test
    void who_records_a_leave_for_somebody_else_does_not_stand_in() {
        String refusal = "替岗人:代他人登记休假的,不能由登记人自己替岗,请选择他人或由休假人本人登记";
        assertThat(wrong(PMD, draft("nanjing", ENGINEER, PMD))).containsExactly(refusal);
        assertThat(wrong("nanjing-pmd-manager", draft("nanjing", PMD, "nanjing-pmd-manager")))
                .containsExactly(refusal);
        assertThat(substitutions()).isZero();

        recorded(PMD, draft("nanjing", ENGINEER, SUBSTITUTE));
        recorded(PMD, draft("nanjing", PMD, "nanjing-marketing"));
    }

    /** Administration of a program is trusted with every role already. */
    @Test
    void an_administrator_may_stand_in() {
        identity.createMembership("admin", SUBSTITUTE);
        try {
            recorded("admin", draft("nanjing", ENGINEER, "admin"));
        } finally {
            identity.deleteMembership("admin", SUBSTITUTE);
        }
    }

    @Test
    void the_leave_of_who_decides_is_not_a_clerks_to_record() {
        for (Draft draft : List.of(
                draft("nanjing", "nanjing-pmd-manager", ENGINEER),
                draft("hq", "hq-pmd-manager", "hq-after-sales"),
                draft("hq", "hq-top-management", "hq-after-sales"),
                draft("hq", "hq-quality", "hq-after-sales"))) {
            String unit = draft.unit();
            assertThatThrownBy(() -> recorded(unit + "-pmd", draft))
                    .isInstanceOf(NotPermittedException.class)
                    .hasMessage("休假人:项目管理部经理、总部最高管理者和质量部门的休假,只能由本人、本单位项目管理部经理和系统管理员登记");
            assertThat(away(unit + "-pmd", unit)).contains(unit + "-pmd").doesNotContain(draft.absent());
            assertThat(away(unit + "-pmd-manager", unit)).contains(unit + "-pmd", draft.absent());
        }
        assertThat(away("hq-quality", "hq")).containsExactly("hq-quality");
        assertThat(substitutions()).isZero();

        recorded("nanjing-pmd-manager", draft("nanjing", "nanjing-pmd-manager", ENGINEER));
        recorded("hq-pmd-manager", draft("hq", "hq-top-management", "hq-after-sales"));
        String byAdmin = recorded("admin", draft("hq", "hq-quality", "hq-after-sales"));
        // Whoever sees that it is wrong may end it.
        ended("hq-pmd", byAdmin);
    }

    @Test
    void who_lent_what_to_whom_is_written_in_the_log() {
        String number = recorded(PMD, draft("nanjing", ENGINEER, SUBSTITUTE));
        trail.flush();
        assertThat(lent()).isEmpty();
        management.executeJob(timer(number).getId());
        trail.flush();
        assertThat(lent())
                .containsExactly(PMD + "|替岗 " + number + " " + ENGINEER + " → " + SUBSTITUTE + "|" + ENGINEER);
    }

    private List<String> lent() {
        return jdbc.sql("select user_id || '|' || subject || '|' || note from audit_entry where kind = 'LENT'")
                .query(String.class)
                .list();
    }

    private List<String> away(String person, String unit) {
        return as(person, () -> substitutions.mayBeAway(directory.unit(unit).orElseThrow())).stream()
                .map(Person::id)
                .toList();
    }

    private Walk.Repair surveyWaits() {
        return walk.reportedAt("2026-03-02T08:30:00+08:00")
                .issueTaskOrder()
                .allot()
                .contactOwner();
    }

    private String recorded(String absent, String substitute, String first, String last) {
        return recorded(absent, draft(absent, substitute, first, last));
    }

    private String recorded(String person, Draft draft) {
        return as(person, () -> substitutions.record(draft)).number();
    }

    private static Draft draft(String absent, String substitute, String first, String last) {
        return new Draft("nanjing", absent, substitute, first, last, "年休假");
    }

    private static Draft draft(String unit, String absent, String substitute) {
        return new Draft(unit, absent, substitute, "2026-03-02", "2026-03-02", "年休假");
    }

    private static Draft days(String first, String last) {
        return draft(ENGINEER, SUBSTITUTE, first, last);
    }

    private List<String> wrong(String person, Draft draft) {
        try {
            as(person, () -> substitutions.record(draft));
            throw new AssertionError("was recorded");
        } catch (InvalidInputException e) {
            return e.errors().stream().map(f -> f.message()).toList();
        }
    }

    private void ended(String person, String number) {
        as(person, () -> {
            substitutions.end(number);
            return null;
        });
    }

    private Substitution find(String number) {
        return as("admin", () -> substitutions.page(0, 100)).rows().stream()
                .filter(s -> s.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private long substitutions() {
        return as("admin", () -> substitutions.page(0, 100)).total();
    }

    private long running(String number) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .count();
    }

    private Job timer(String number) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .singleResult()
                .getId();
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }

    /** A second before the engine leaves the timer alone, at its instant it fires. */
    private void fires(String number, String offsetDateTime) {
        Instant at = Walk.at(offsetDateTime);
        Job timer = timer(number);
        assertThat(timer.getDuedate().toInstant()).isEqualTo(at);
        EngineTime.set(at.minusSeconds(1));
        assertThat(executable(timer)).isFalse();
        EngineTime.set(at);
        assertThat(executable(timer)).isTrue();
        management.executeJob(timer.getId());
    }

    private boolean executable(Job job) {
        return management.createJobQuery().jobId(job.getId()).executable().count() == 1;
    }

    private <T> T as(String person, Supplier<T> action) {
        return LoggedIn.as(identity, person, action);
    }
}

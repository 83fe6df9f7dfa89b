package cn.aftercare.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.organisation.app.OrganisationService;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.LoggedIn;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Units are tenants: the engine itself keeps the branches apart. */
@EngineTest
@TestPropertySource(properties = "aftercare.models-dir=src/test/resources/tenant-models")
class UnitsApartTest {

    /** The small test models are not the product's; the guard would rightly refuse them. */
    @MockitoBean(name = "modelGuardCheck")
    private Runnable modelGuardCheck;

    /** Nor would it let anybody deploy one of them. */
    @MockitoBean(name = "deploymentGuard")
    private ProcessEnginePlugin deploymentGuard;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identity;

    @Autowired
    RepositoryService repository;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    OrganisationService organisation;

    @Autowired
    Directory directory;

    @Autowired
    CurrentActor actor;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void removeInstances() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test"));
        jdbc.sql("delete from project").update();
    }

    @Test
    void the_project_decides_the_unit() {
        project("NJ-1", "nanjing");

        assertThat(start(Map.of("projectCode", "NJ-1")).getTenantId()).isEqualTo("nanjing");
        assertThat(start(Map.of("unit", "suzhou")).getTenantId()).isEqualTo("suzhou");
        assertThat(start(Map.of("unit", "suzhou", "projectCode", "NJ-1")).getTenantId())
                .as("a branch cannot take another one's project")
                .isEqualTo("nanjing");
        assertThat(start(Map.of("unit", "hq", "projectCode", "NJ-1")).getTenantId())
                .as("HQ may act on a branch's project")
                .isEqualTo("hq");
        assertThat(start(Map.of("projectCode", "no such")).getTenantId()).isNull();
    }

    @Test
    void a_called_process_stays_in_its_unit() {
        start(Map.of("unit", "suzhou"));
        tasks.complete(tasks.createTaskQuery().singleResult().getId());

        Task part = tasks.createTaskQuery().singleResult();
        assertThat(part.getTaskDefinitionKey()).isEqualTo("Task_Confirm");
        assertThat(part.getTenantId()).isEqualTo("suzhou");
    }

    @Test
    void a_branch_sees_and_does_its_own_and_hq_sees_all_and_does_nothing() {
        start(Map.of("unit", "nanjing"));
        String suzhou = start(Map.of("unit", "suzhou")).getId();
        String suzhouTask =
                tasks.createTaskQuery().processInstanceId(suzhou).singleResult().getId();

        assertThat(countTasks("nanjing-after-sales")).isEqualTo(1);
        assertThat(countTasks("suzhou-after-sales")).isEqualTo(1);
        assertThat(countTasks("suzhou-technician")).isZero();
        assertThat(countInstances("suzhou-technician")).isEqualTo(1);
        assertThat(countInstances("hq-pmd-manager")).isEqualTo(2);
        assertThat(countInstances("admin")).isEqualTo(2);
        assertThat(countInstances("analyst")).isZero();

        assertThatThrownBy(() -> as("nanjing-after-sales", () -> complete(suzhouTask)))
                .isInstanceOf(ProcessEngineException.class);
        assertThatThrownBy(() -> as("hq-after-sales", () -> complete(suzhouTask)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("suzhou-pmd-manager", () -> complete(suzhouTask)))
                .isInstanceOf(AuthorizationException.class);
        as("suzhou-after-sales", () -> complete(suzhouTask));
        assertThat(tasks.createTaskQuery().taskId(suzhouTask).count()).isZero();
    }

    @Test
    void nobody_but_an_administrator_touches_a_running_case() {
        String instance = start(Map.of("unit", "nanjing")).getId();
        String task = tasks.createTaskQuery().singleResult().getId();

        for (String user : List.of("nanjing-after-sales", "nanjing-pmd-manager", "hq-top-management", "analyst")) {
            assertThatThrownBy(() -> as(user, () -> delete(instance))).isInstanceOf(ProcessEngineException.class);
            assertThatThrownBy(() -> as(user, () -> change(instance))).isInstanceOf(ProcessEngineException.class);
        }
        assertThatThrownBy(() -> as("nanjing-pmd-manager", () -> assign(task)))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> as("nanjing-after-sales", () -> postpone(task)))
                .as("the due date is the promise")
                .isInstanceOf(AuthorizationException.class);
        as("nanjing-after-sales", () -> {
            tasks.claim(task, "nanjing-after-sales");
            return null;
        });
        as("admin", () -> delete(instance));
    }

    @Test
    void after_sales_start_a_repair_and_nobody_else() {
        assertThat(as("nanjing-after-sales", () -> start(Map.of("unit", "nanjing"))))
                .isNotNull();
        for (String user : List.of("nanjing-pmd", "hq-pmd-manager", "analyst")) {
            assertThatThrownBy(() -> as(user, () -> start(Map.of("unit", "nanjing"))))
                    .isInstanceOf(AuthorizationException.class);
        }
        assertThatThrownBy(() -> as("nanjing-after-sales", () -> runtime.startProcessInstanceByKey("repair-part")))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void analysts_deploy_and_managers_do_not() {
        assertThatThrownBy(() -> as("hq-pmd-manager", this::deploy)).isInstanceOf(AuthorizationException.class);

        repository.deleteDeployment(as("analyst", this::deploy), true);
    }

    @Test
    void setting_up_again_changes_nothing() {
        long groups = identity.createGroupQuery().count();
        long grants = authorizations.createAuthorizationQuery().count();
        long people = identity.createUserQuery().count();

        organisation.ensureOrganisation();

        assertThat(identity.createGroupQuery().count()).isEqualTo(groups).isEqualTo(16 + 12 + 12 + 2);
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(grants);
        assertThat(identity.createUserQuery().count()).isEqualTo(people).isEqualTo(16 + 12 + 12 + 2);
        assertThat(jdbc.sql("select count(*) from org_unit").query(Long.class).single())
                .isEqualTo(3);
    }

    @Test
    void the_tasklist_opens_with_my_own_tasks() {
        assertThat(filters.createFilterQuery().list())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("我的任务", "本组待办", "今日到期", "已超时", "督办");
        assertThat(filters.createFilterQuery().list())
                .filteredOn(f -> f.getProperties().get("priority").equals(0))
                .extracting(Filter::getName)
                .containsExactly("我的任务");
    }

    @Test
    void group_work_appears_in_the_filter_of_the_group() {
        start(Map.of("unit", "nanjing"));
        String group =
                filters.createFilterQuery().filterName("本组待办").singleResult().getId();
        String mine =
                filters.createFilterQuery().filterName("我的任务").singleResult().getId();

        assertThat(as("nanjing-after-sales", () -> filters.count(group))).isEqualTo(1);
        assertThat(as("suzhou-after-sales", () -> filters.count(group))).isZero();
        assertThat(as("nanjing-after-sales", () -> filters.count(mine))).isZero();
    }

    @Test
    void the_actor_is_the_login_or_the_system() {
        assertThat(actor.get()).isEqualTo(Actor.system());

        Actor branch = as("nanjing-after-sales", actor::get);
        assertThat(branch.hasRole("nanjing", Role.AFTER_SALES)).isTrue();
        assertThat(branch.maySee("nanjing")).isTrue();
        assertThat(branch.maySee("suzhou")).isFalse();
        assertThat(as("hq-pmd", actor::get).units()).containsExactlyInAnyOrder("hq", "nanjing", "suzhou");
        assertThat(as("admin", actor::get).admin()).isTrue();

        identity.setAuthenticatedUserId("suzhou-pmd");
        assertThat(actor.get().groups()).containsExactly("suzhou-pmd");
        assertThat(actor.get().units()).containsExactly("suzhou");
    }

    @Test
    void the_directory_knows_people_whoever_asks() {
        String name = as("nanjing-technician", () -> directory.displayName("suzhou-warranty-manager"));

        assertThat(name).endsWith("(苏州·维保经理)");
        assertThat(directory.people("suzhou-warranty-manager"))
                .containsExactly(new Person("suzhou-warranty-manager", name));
        assertThat(directory.groupName("nanjing-warranty-manager")).isEqualTo("南京分公司 维保经理");
        assertThat(directory.displayName("no-such-login")).isEqualTo("no-such-login");
        assertThat(directory.units()).extracting(Unit::code).containsExactly("hq", "nanjing", "suzhou");
    }

    private void project(String code, String unit) {
        jdbc.sql("insert into project (code, name, owner_name, owner_contact, owner_phone, address, unit,"
                        + " management_mode, accepted_on, project_manager) values (:code, '楼', '业主', '周敏', '138',"
                        + " '南京', :unit, 'BRANCH_DIRECT', date '2023-10-15', '王')")
                .param("code", code)
                .param("unit", unit)
                .update();
    }

    private ProcessInstance start(Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey("repair", variables);
    }

    private <T> T as(String user, Supplier<T> action) {
        return LoggedIn.as(identity, user, action);
    }

    private long countTasks(String user) {
        return as(user, () -> tasks.createTaskQuery().count());
    }

    private long countInstances(String user) {
        return as(user, () -> runtime.createProcessInstanceQuery().count());
    }

    private Object complete(String task) {
        tasks.complete(task);
        return null;
    }

    private Object delete(String instance) {
        runtime.deleteProcessInstance(instance, "test");
        return null;
    }

    private Object change(String instance) {
        runtime.setVariable(instance, "chargeBasis", "FREE");
        return null;
    }

    private Object assign(String task) {
        tasks.setAssignee(task, "nanjing-pmd-manager");
        return null;
    }

    private Object postpone(String task) {
        Task changed = tasks.createTaskQuery().taskId(task).singleResult();
        changed.setDueDate(new java.util.Date(0));
        tasks.saveTask(changed);
        return null;
    }

    private String deploy() {
        return repository
                .createDeployment()
                .name("analyst")
                .addClasspathResource("tenant-models/processes/repair-part.bpmn")
                .deploy()
                .getId();
    }
}

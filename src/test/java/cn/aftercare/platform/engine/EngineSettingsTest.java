package cn.aftercare.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.transaction.support.TransactionTemplate;

/** The settings as the running engine has them, not as they were meant. */
@EngineTest
@TestPropertySource(properties = "aftercare.models-dir=src/test/resources/tenant-models")
class EngineSettingsTest {

    /** The small test models are not the product's; the guard would rightly refuse them. */
    @MockitoBean(name = "modelGuardCheck")
    private Runnable modelGuardCheck;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Clock clock;

    @Autowired
    ModelDeployment deployment;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HikariDataSource pool;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService management;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EngineIndexes indexes;

    @Autowired
    JdbcClient jdbc;

    @Test
    void settings_are_effective() {
        var settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(settings.isEnableExceptionsAfterUnhandledBpmnError()).isTrue();
        assertThat(settings.isAuthorizationEnabled()).isTrue();
        assertThat(settings.isTenantCheckEnabled()).isTrue();
        assertThat(settings.getDefaultUserPermissionForTask()).isEqualTo(TaskPermissions.TASK_WORK);
        assertThat(settings.getHistoryLevel().getName()).isEqualTo("full");
        assertThat(settings.getHistoryRemovalTimeStrategy()).isEqualTo("start");
        assertThat(settings.isEnforceHistoryTimeToLive()).isTrue();
        assertThat(settings.getFailedJobRetryTimeCycle()).isEqualTo("PT10S,PT1M,PT5M,PT30M");
        assertThat(settings.isJobExecutorAcquireByDueDate()).isTrue();
        assertThat(settings.isEnsureJobDueDateNotNull()).isTrue();
        assertThat(settings.getAdminGroups()).containsExactly("camunda-admin");
        assertThat(settings.getDefaultSerializationFormat()).isEqualTo("application/json");
    }

    @Test
    void due_jobs_and_tasks_of_a_group_are_found_by_indexes() {
        assertThat(jdbc.sql(
                                "select tablename || substring(indexdef from ' \\(.*') from pg_indexes where indexname like 'aftercare%'")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "act_ru_job (duedate_)",
                        "act_ru_identitylink (group_id_, type_, task_id_)",
                        "act_ru_task (id_, tenant_id_)");
        // What a second start does.
        indexes.postProcessEngineBuild(engine);
    }

    @Test
    void rows_inserted_together_are_one_statement() {
        assertThat(pool.getDataSourceProperties()).containsEntry("reWriteBatchedInserts", "true");
    }

    @Test
    void one_clock() {
        EngineTime.set("2025-09-26T16:40:00+08:00");

        assertThat(clock.instant()).isEqualTo(Instant.parse("2025-09-26T08:40:00Z"));
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void the_nightly_cleaning_is_no_job_of_virtual_time() {
        VirtualTime time = new VirtualTime(management, history, engine);
        history.cleanUpHistoryAsync(true);
        try {
            transaction.executeWithoutResult(status -> time.runDueJobs());

            assertThat(history.findHistoryCleanupJobs()).isNotEmpty();
        } finally {
            history.findHistoryCleanupJobs().forEach(job -> management.deleteJob(job.getId()));
        }
    }

    @Test
    void unchanged_models_keep_their_version() {
        deployment.afterSingletonsInstantiated();

        assertThat(repository
                        .createDeploymentQuery()
                        .deploymentName("aftercare")
                        .count())
                .isEqualTo(1);
        assertThat(repository.createProcessDefinitionQuery().list())
                .extracting(d -> d.getResourceName() + " " + d.getVersion())
                .containsExactlyInAnyOrder("repair.bpmn 1", "repair-part.bpmn 1");
    }

    @Test
    void form_lists_arrive_as_json() {
        var list = Variables.objectValue(java.util.List.of("防水", "装修"))
                .serializationDataFormat("application/json")
                .create();
        String id = runtime.startProcessInstanceByKey("repair", Variables.putValue("unit", "hq"))
                .getId();

        runtime.setVariable(id, "list", list);
        runtime.setVariable(id, "node", org.camunda.spin.Spin.JSON("[\"防水\"]"));

        assertThat(runtime.getVariable(id, "list")).isEqualTo(java.util.List.of("防水", "装修"));
        assertThat(runtime.getVariable(id, "node")).isInstanceOf(SpinJsonNode.class);
        runtime.deleteProcessInstance(id, "test");
    }
}

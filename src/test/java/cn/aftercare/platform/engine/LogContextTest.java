package cn.aftercare.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whoever reads the log finds every line about a case by its number, and every line of a request by its user. */
@EngineTest
@Import(Walk.class)
class LogContextTest {

    private static final String FAILURE = "ENGINE-16004";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Autowired
    Walk walk;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    ObjectMapper json;

    @Autowired
    MockMvc web;

    @BeforeEach
    void listen() {
        walk.project();
        log.start();
        root().addAppender(log);
    }

    @AfterEach
    void clear() {
        root().detachAppender(log);
        archiveWorks(true);
        walk.clear();
    }

    @Test
    void a_job_that_fails_is_logged_with_the_number_of_its_case() {
        Repair repair = accepted();
        Job job = archiving(repair);
        archiveWorks(false);
        log.list.clear();

        assertThatThrownBy(() -> ExecuteJobHelper.executeJob(
                        job.getId(), engineSettings().getCommandExecutorTxRequired()))
                .isInstanceOf(RuntimeException.class);

        assertThat(log.list)
                .filteredOn(line -> line.getFormattedMessage().contains(FAILURE))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line.getMDCPropertyMap())
                        .containsEntry("caseNo", repair.caseNo())
                        .containsEntry("processKey", "repair")
                        .containsEntry("activityId", "Task_ArchiveRecord")
                        .containsEntry("unit", "nanjing")
                        .doesNotContainKeys("engineName", "applicationName", "processDefinitionId"));
        assertThat(MDC.getCopyOfContextMap())
                .as("nothing is left behind")
                .satisfiesAnyOf(
                        context -> assertThat(context).isNull(),
                        context -> assertThat(context).isEmpty());
    }

    @Test
    void as_json_the_number_is_a_field() throws Exception {
        Repair repair = accepted();
        Job job = archiving(repair);
        archiveWorks(false);
        log.list.clear();
        assertThatThrownBy(() -> ExecuteJobHelper.executeJob(
                        job.getId(), engineSettings().getCommandExecutorTxRequired()))
                .isInstanceOf(RuntimeException.class);
        ILoggingEvent failure = log.list.stream()
                .filter(line -> line.getFormattedMessage().contains(FAILURE))
                .findFirst()
                .orElseThrow();

        JsonNode line = json.readTree(encoded(failure));

        assertThat(line.path("caseNo").asText()).isEqualTo(repair.caseNo());
        assertThat(line.path("processKey").asText()).isEqualTo("repair");
        assertThat(line.path("error").path("stack_trace").asText()).contains("archive_closed");
    }

    @Test
    void a_request_that_fails_is_logged_with_its_user_and_the_number_the_person_reads() throws Exception {
        jdbc.sql("alter table repair_case rename to repair_case_gone").update();
        String answer;
        try {
            answer = web.perform(get("/api/repair-cases").with(manager()))
                    .andExpect(status().isInternalServerError())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
        } finally {
            jdbc.sql("alter table repair_case_gone rename to repair_case").update();
        }

        String errorId = json.readTree(answer).path("errorId").asText();
        List<ILoggingEvent> lines = log.list.stream()
                .filter(line -> line.getFormattedMessage().contains(errorId))
                .toList();
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).getMDCPropertyMap()).containsEntry("userId", "nanjing-pmd-manager");
        assertThat(json.readTree(encoded(lines.get(0))).path("errorId").asText())
                .isEqualTo(errorId);
        assertThat(MDC.get("userId")).isNull();
    }

    private Repair accepted() {
        return walk.reportedAt("2025-09-22T09:00:00+08:00")
                .surveyed(Map.of())
                .confirm(Map.of())
                .started(Map.of())
                .work()
                .selfCheck(true)
                .accept(true);
    }

    private Job archiving(Repair repair) {
        return management.createJobQuery().activityId("Task_ArchiveRecord").list().stream()
                .filter(job -> repair.caseNo().equals(caseNo(job)))
                .findFirst()
                .orElseThrow();
    }

    private String caseNo(Job job) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
    }

    private ProcessEngineConfigurationImpl engineSettings() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private byte[] encoded(ILoggingEvent line) {
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(root().getLoggerContext());
        root().getLoggerContext().putObject(Environment.class.getName(), environment);
        encoder.setFormat("ecs");
        encoder.start();
        return encoder.encode(line);
    }

    private static RequestPostProcessor manager() {
        return httpBasic("nanjing-pmd-manager", "demo");
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    }

    /** A closed archive takes no new record; what is there stays. */
    private void archiveWorks(boolean works) {
        jdbc.sql("alter table service_record drop constraint if exists archive_closed")
                .update();
        if (!works) {
            jdbc.sql("alter table service_record add constraint archive_closed check (false) not valid")
                    .update();
        }
    }
}

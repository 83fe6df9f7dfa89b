package cn.aftercare.operation;

import static cn.aftercare.repair.Walk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.notification.DirectMail;
import cn.aftercare.operation.app.MailWatch;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** What the monitoring, a load balancer and an administrator learn from outside, and nobody else. */
@EngineTest
@Import({Walk.class, MonitoringTest.Mail.class})
@AutoConfigureObservability(tracing = false)
@TestPropertySource(
        properties = {"aftercare.monitoring.password=for-the-monitoring", "aftercare.operation.figures-age=0s"})
class MonitoringTest {

    private static final String MONITORING = "prometheus";
    private static final String PASSWORD = "for-the-monitoring";

    /** A mail server that can be switched off. */
    @TestComponent
    @Primary
    static class Mail implements DirectMail {

        private @Nullable String problem;

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public @Nullable String problem() {
            return problem;
        }

        @Override
        public void send(String address, String subject, String text) {
            throw new AssertionError("nobody is written to here");
        }
    }

    @Autowired
    Walk walk;

    @Autowired
    Mail mail;

    @Autowired
    MailWatch mailWatch;

    @Autowired
    ManagementService management;

    @Autowired
    MockMvc web;

    @BeforeEach
    void aQuietDay() {
        walk.project();
        mail.problem = null;
        EngineTime.set("2025-09-26T16:40:00+08:00");
        mailWatch.look();
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    // health
    // -----------------------------------------------------------------------------------------------------------

    @Test
    void a_stranger_reads_that_it_is_well_and_nothing_else() throws Exception {
        for (String address : List.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness")) {
            web.perform(get(address))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.status").value("UP"))
                    .andExpect(jsonPath("$.components").doesNotExist());
        }
    }

    @Test
    void details_are_for_administrators() throws Exception {
        web.perform(get("/actuator/health").with(httpBasic("nanjing-pmd-manager", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.components").doesNotExist());
        web.perform(get("/actuator/health").with(httpBasic(MONITORING, PASSWORD)))
                .andExpect(jsonPath("$.components").doesNotExist());
        web.perform(get("/actuator/health").with(httpBasic("admin", "demo")))
                .andExpect(jsonPath("$.components.db.status").value("UP"))
                .andExpect(jsonPath("$.components.processEngine.status").value("UP"))
                .andExpect(jsonPath("$.components.jobs.status").value("UP"))
                .andExpect(jsonPath("$.components.jobs.details.lagSeconds").value(0))
                .andExpect(jsonPath("$.components.mail.status").value("UP"))
                .andExpect(jsonPath("$.components.mail.details.checkedAt").value("2025-09-26T08:40:00Z"));
    }

    @Test
    void a_job_nobody_runs_for_five_minutes_is_down_and_takes_no_node_off_the_network() throws Exception {
        var repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00")).issueTaskOrder();
        var reminder = repair.hard(CommitmentType.RESPONSE).remindAt();
        assertThat(reminder).isEqualTo(at("2025-09-27T10:40:00+08:00"));

        EngineTime.set(reminder.plusSeconds(299));
        web.perform(get("/actuator/health").with(httpBasic("admin", "demo")))
                .andExpect(jsonPath("$.components.jobs.status").value("UP"))
                .andExpect(jsonPath("$.components.jobs.details.lagSeconds").value(299));

        EngineTime.set(reminder.plusSeconds(300));
        web.perform(get("/actuator/health").with(httpBasic("admin", "demo")))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.components.jobs.status").value("DOWN"))
                .andExpect(jsonPath("$.components.jobs.details.problem").value("后台作业停滞"))
                .andExpect(jsonPath("$.components.jobs.details.lagSeconds").value(300));
        web.perform(get("/actuator/health")).andExpect(status().isServiceUnavailable());
        web.perform(get("/actuator/health/readiness")).andExpect(status().isOk());
        web.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
    }

    @Test
    void a_mail_server_that_is_down_is_told_and_takes_no_node_off_the_network() throws Exception {
        mail.problem = "邮件服务器没有响应:Connection refused";
        mailWatch.look();

        web.perform(get("/actuator/health").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DEGRADED"))
                .andExpect(jsonPath("$.components.mail.status").value("DEGRADED"))
                .andExpect(jsonPath("$.components.mail.details.problem").value("邮件服务器没有响应:Connection refused"));
        web.perform(get("/actuator/health"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("DEGRADED"));
        web.perform(get("/actuator/health/readiness"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("UP"));
    }

    // figures
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void the_figures_are_for_the_monitoring_and_administrators() throws Exception {
        web.perform(get("/actuator/prometheus")).andExpect(status().isUnauthorized());
        web.perform(get("/actuator/prometheus").with(httpBasic(MONITORING, "wrong")))
                .andExpect(status().isUnauthorized());
        web.perform(get("/actuator/prometheus").with(httpBasic("nanjing-pmd-manager", "demo")))
                .andExpect(status().isForbidden());
        web.perform(get("/actuator/prometheus").with(httpBasic(MONITORING, PASSWORD)))
                .andExpect(status().isOk());
        web.perform(get("/actuator/prometheus").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk());
    }

    @Test
    void the_monitoring_reads_nothing_but_figures() throws Exception {
        for (String address : List.of("/actuator/metrics", "/actuator/info", "/actuator")) {
            web.perform(get(address).with(httpBasic(MONITORING, PASSWORD))).andExpect(status().isForbidden());
            web.perform(get(address).with(httpBasic("nanjing-pmd-manager", "demo")))
                    .andExpect(status().isForbidden());
            web.perform(get(address).with(httpBasic("admin", "demo"))).andExpect(status().isOk());
        }
        for (String address : List.of("/api/repair-cases", "/engine-rest/engine", "/cases")) {
            web.perform(get(address).with(httpBasic(MONITORING, PASSWORD))).andExpect(status().isUnauthorized());
        }
    }

    @Test
    void promises_cases_and_jobs_are_counted_exactly() throws Exception {
        walk.reported(walk.report("2025-09-26T16:40:00+08:00")).issueTaskOrder();
        walk.runDueJobs();
        figure("aftercare_cases_open{kind=\"ORDINARY\",unit=\"nanjing\"} 1.0");
        figure("aftercare_cases_open{kind=\"EMERGENCY\",unit=\"nanjing\"} 0.0");
        figure("aftercare_cases_open{kind=\"ORDINARY\",unit=\"suzhou\"} 0.0");
        figure("aftercare_commitments_open{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 1.0");
        figure("aftercare_commitments_due_soon{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 0.0");
        figure("aftercare_commitments_breached{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 0.0");
        figure("aftercare_commitments_open{kind=\"HARD\",type=\"RESPONSE\",unit=\"suzhou\"} 0.0");
        figure("aftercare_jobs_lag_seconds 0.0");
        figure("aftercare_jobs_waiting 0.0");

        EngineTime.set("2025-09-27T10:40:01+08:00");
        figure("aftercare_commitments_due_soon{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 1.0");
        figure("aftercare_jobs_lag_seconds 1.0");
        // The reminder of the targeted completion as well.
        figure("aftercare_commitments_due_soon{kind=\"TARGET\",type=\"COMPLETION\",unit=\"nanjing\"} 1.0");
        figure("aftercare_jobs_waiting 2.0");

        EngineTime.set("2025-09-27T16:40:00+08:00");
        figure("aftercare_commitments_due_soon{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 0.0");
        figure("aftercare_commitments_breached{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 1.0");
        figure("aftercare_commitments_open{kind=\"HARD\",type=\"RESPONSE\",unit=\"nanjing\"} 1.0");
        figure("aftercare_jobs_failed 0.0");

        List<Job> reminders = management
                .createJobQuery()
                .duedateLowerThan(Date.from(at("2025-09-27T10:40:01+08:00")))
                .list();
        assertThat(reminders).hasSize(2);
        management.setJobRetries(reminders.get(0).getId(), 0);
        figure("aftercare_jobs_failed 1.0");
        figure("aftercare_jobs_waiting 1.0");
        figure("aftercare_jobs_lag_seconds 21600.0");
        management.setJobRetries(reminders.get(1).getId(), 0);
        figure("aftercare_jobs_failed 2.0");
        figure("aftercare_jobs_waiting 0.0");
        figure("aftercare_jobs_lag_seconds 0.0");
        figure("aftercare_notifications_waiting 0.0");
        figure("aftercare_notifications_failed 0.0");
    }

    @Test
    void the_engine_of_the_node_counts_too() throws Exception {
        web.perform(get("/actuator/prometheus").with(httpBasic(MONITORING, PASSWORD)))
                .andExpect(content().string(containsString("aftercare_engine_job_executor_active 0.0")))
                .andExpect(content().string(containsString("aftercare_engine_jobs_successful_total")))
                .andExpect(content().string(containsString("aftercare_engine_activity_instances_total")))
                .andExpect(content().string(containsString("hikaricp_connections_active")));
    }

    private void figure(String line) throws Exception {
        web.perform(get("/actuator/prometheus").with(httpBasic(MONITORING, PASSWORD)))
                .andExpect(content().string(containsString("\n" + line + "\n")));
    }
}

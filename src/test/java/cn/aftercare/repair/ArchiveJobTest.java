package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The record is archived by a job, after the owner has accepted the repair. */
@EngineTest
@Import(Walk.class)
class ArchiveJobTest {

    private static final List<Duration> BACK_OFF =
            List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));

    @Autowired
    Walk walk;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void project() {
        walk.project();
    }

    @AfterEach
    void clear() {
        archiveWorks(true);
        walk.clear();
    }

    @Test
    void a_record_that_cannot_be_archived_is_tried_five_times_then_an_incident_and_goes_on_when_retried() {
        Repair repair = accepted();
        String job = job(repair).getId();
        archiveWorks(false);
        for (Duration wait : BACK_OFF) {
            fail(job);
            Date next = Date.from(EngineTime.now().plus(wait));
            assertThat(job(repair).getDuedate()).isEqualTo(next);
            assertThat(incidents(repair)).isEmpty();
            EngineTime.advance(wait);
        }
        fail(job);
        assertThat(job(repair).getRetries()).isZero();
        assertThat(incidents(repair)).extracting(Incident::getActivityId).containsExactly("Task_ArchiveRecord");
        assertThat(repair.now().closing().recordNo()).isNull();

        archiveWorks(true);
        management.setJobRetries(job, 1);
        management.executeJob(job);
        assertThat(incidents(repair)).isEmpty();
        assertThat(repair.now().closing().recordNo()).startsWith("BXJL-2025-");
        assertThat(repair.story()).containsOnlyOnce("归档工程保修记录表");
        assertThat(repair.openTasks()).containsExactlyInAnyOrder("签字件归档", "维保后回访");
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

    private void fail(String job) {
        assertThatThrownBy(() -> management.executeJob(job)).isInstanceOf(ProcessEngineException.class);
    }

    private Job job(Repair repair) {
        return management
                .createJobQuery()
                .processInstanceId(instance(repair))
                .activityId("Task_ArchiveRecord")
                .singleResult();
    }

    private List<Incident> incidents(Repair repair) {
        return runtime.createIncidentQuery().processInstanceId(instance(repair)).list();
    }

    private String instance(Repair repair) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("repair")
                .processInstanceBusinessKey(repair.caseNo())
                .singleResult()
                .getId();
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

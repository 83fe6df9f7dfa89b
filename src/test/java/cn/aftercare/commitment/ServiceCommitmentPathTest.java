package cn.aftercare.commitment;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import java.time.Duration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** The way of a clock through its diagram; {@link ServiceCommitmentTest} says when and for whom. */
@EngineTest
@Import(Walk.class)
class ServiceCommitmentPathTest {

    @Autowired
    Walk walk;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void project() {
        BpmnAwareTests.init(engine);
        walk.project();
    }

    @AfterEach
    void clear() {
        walk.clear();
        BpmnAwareTests.reset();
    }

    @Test
    void a_broken_promise_goes_from_level_to_level_until_it_is_kept() {
        Repair repair = walk.reportedAt("2025-09-22T10:00:00+08:00").issueTaskOrder();
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        ProcessInstance clock = clock(response);
        assertThat(clock).isWaitingAtExactly("Sub_Clock", "Event_RemindDue").hasNotPassed("Task_Remind");

        walk.fires(response, response.remindAt());
        assertThat(clock)
                .hasPassedInOrder("Event_RemindDue", "Task_Remind")
                .isWaitingAtExactly("Sub_Clock", "Event_Due");

        walk.fires(response, response.dueAt());
        assertThat(clock)
                .hasPassedInOrder("Event_Due", "Task_RecordBreach", "Task_NotifyManager")
                .isWaitingAtExactly("Sub_Clock", "Event_PmdDue", "Task_SuperviseByManager");

        walk.fires(response, response.dueAt().plus(Duration.ofHours(24)));
        assertThat(clock)
                .hasPassedInOrder("Event_PmdDue", "Task_NotifyPmd")
                .isWaitingAtExactly("Sub_Clock", "Event_HqDue", "Task_SuperviseByManager", "Task_SuperviseByPmd");

        walk.fires(response, response.dueAt().plus(Duration.ofHours(48)));
        assertThat(clock)
                .hasPassedInOrder("Event_HqDue", "Task_NotifyHq")
                .isWaitingAtExactly(
                        "Sub_Clock",
                        "Task_AwaitWithHq",
                        "Task_SuperviseByManager",
                        "Task_SuperviseByPmd",
                        "Task_SuperviseByHq");

        repair.contactOwner();
        assertThat(clock).isEnded().hasPassed("Event_Met", "End_Met").hasNotPassed("Event_Cancelled");
    }

    @Test
    void a_missed_target_waits_to_be_kept_and_tells_nobody_more() {
        Repair repair = walk.reportedAt("2025-09-22T10:00:00+08:00");
        Commitment order = repair.target(CommitmentType.TASK_ORDER);
        ProcessInstance clock = clock(order);
        walk.fires(order, order.remindAt());
        walk.fires(order, order.dueAt());
        assertThat(clock).hasNotPassed("Task_NotifyManager").isWaitingAtExactly("Sub_Clock", "Task_AwaitLateTarget");
        repair.issueTaskOrder();
        assertThat(clock).isEnded().hasPassed("End_Met");
    }

    private ProcessInstance clock(Commitment commitment) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(commitment.processInstanceId())
                .singleResult();
    }
}

package cn.aftercare.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentStep;
import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.notification.app.DeliveryService;
import cn.aftercare.repair.ReportDraft;
import cn.aftercare.repair.Walk;
import cn.aftercare.repair.Walk.Repair;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever the escalation of a promise records as told is told. */
@EngineTest
@Import(Walk.class)
class CommitmentNoticesTest {

    private static final Chat CHAT = new Chat();

    @DynamicPropertySource
    static void chat(DynamicPropertyRegistry properties) {
        properties.add("aftercare.notification.webhooks[0].group", () -> "*");
        properties.add("aftercare.notification.webhooks[0].url", () -> "http://127.0.0.1:" + CHAT.port() + "/all");
    }

    @Autowired
    Walk walk;

    @Autowired
    CommitmentService commitments;

    @Autowired
    DeliveryService deliveries;

    @Autowired
    MockMvc mvc;

    @BeforeEach
    void project() {
        CHAT.reset();
        walk.project();
    }

    @AfterEach
    void clear() {
        walk.clear();
    }

    @AfterAll
    static void stop() {
        CHAT.stop();
    }

    @Test
    void every_step_of_every_promise_is_told_once() {
        EngineTime.set("2025-09-26T09:00:00+08:00");
        Repair repair = walk.reported(walk.report("2025-09-26T09:00:00+08:00"));
        walk.runDueJobsUntil(Walk.at("2025-09-30T08:00:00+08:00"));

        Commitment response = repair.hard(CommitmentType.RESPONSE);
        List<CommitmentStep> steps = commitments.steps(response.id());
        assertThat(steps).hasSize(4);
        assertThat(told(repair, response))
                .extracting(Delivery::notificationId)
                .containsExactlyElementsOf(steps.stream()
                        .map(s -> "commitment-" + response.id() + "-" + s.level() + "-"
                                + s.dueAt().getEpochSecond())
                        .toList());
        assertThat(told(repair, response))
                .extracting(Delivery::kind)
                .containsExactly(
                        NotificationKind.REMINDER,
                        NotificationKind.BREACH,
                        NotificationKind.BREACH,
                        NotificationKind.BREACH);
        assertThat(told(repair, response)).extracting(Delivery::outcome).containsOnly(DeliveryOutcome.SENT);

        Delivery manager = told(repair, response).get(1);
        assertThat(manager.subject()).isEqualTo("【逾期督办】响应 " + repair.caseNo() + " 金陵大厦装修工程");
        assertThat(manager.text()).isEqualTo("""
                        案件:%s(一般报修)
                        项目:金陵大厦装修工程
                        承诺:响应
                        期限:2025-09-27 09:00
                        事项:维保经理督办:承诺已逾期,请督促办理
                        通知:南京分公司 维保经理""".formatted(repair.caseNo()));
        assertThat(manager.path()).isEqualTo("/cases/" + repair.caseNo());
    }

    @Test
    void a_reminder_of_the_night_comes_in_the_morning() {
        EngineTime.set("2025-09-26T09:00:00+08:00");
        Repair repair = walk.reported(walk.report("2025-09-26T09:00:00+08:00"));
        Commitment response = repair.hard(CommitmentType.RESPONSE);
        // Three quarters of 24 hours have passed at 03:00.
        walk.runDueJobsUntil(Walk.at("2025-09-27T06:59:59+08:00"));
        Delivery reminder = told(repair, response).get(0);
        assertThat(reminder.createdAt()).isEqualTo(Walk.at("2025-09-27T03:00:00+08:00"));
        // The task order is not issued yet: whoever has to issue it keeps the owner waiting.
        assertThat(reminder.text()).endsWith("事项:期限将至,请按时办理\n通知:南京分公司 售后服务专员");
        assertThat(reminder.outcome()).isNull();
        assertThat(told(repair, repair.target(CommitmentType.TASK_ORDER)).get(0).text())
                .endsWith("通知:南京分公司 售后服务专员");
        walk.runDueJobsUntil(Walk.at("2025-09-27T07:00:00+08:00"));
        assertThat(told(repair, response).get(0).outcome()).isEqualTo(DeliveryOutcome.SENT);
    }

    @Test
    void an_emergency_does_not_wait_for_the_morning() {
        EngineTime.set("2025-10-02T02:15:00+08:00");
        ReportDraft usual = walk.report("2025-10-02T02:15:00+08:00");
        Repair repair = walk.reported(new ReportDraft(
                usual.projectCode(),
                usual.receivedAt(),
                usual.channel(),
                usual.reporterName(),
                usual.reporterPhone(),
                usual.category(),
                usual.location(),
                usual.description(),
                true,
                false,
                false,
                null,
                usual.lateEntryReason()));
        // Half of eight hours.
        walk.runDueJobsUntil(Walk.at("2025-10-02T06:15:00+08:00"));
        List<Delivery> reminders = deliveries.ofCase(repair.caseNo()).stream()
                .filter(d ->
                        d.kind() == NotificationKind.REMINDER && d.subject().contains("到场"))
                .toList();
        assertThat(reminders).hasSize(1);
        assertThat(reminders.get(0).subject()).startsWith("【提醒】紧急抢修 到场 ");
        assertThat(reminders.get(0).outcome()).isEqualTo(DeliveryOutcome.SENT);
        assertThat(reminders.get(0).endedAt()).isEqualTo(Walk.at("2025-10-02T06:15:00+08:00"));
    }

    @Test
    void without_a_mail_server_the_application_is_well() throws Exception {
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    private List<Delivery> told(Repair repair, Commitment commitment) {
        return deliveries.ofCase(repair.caseNo()).stream()
                .filter(d -> d.notificationId().startsWith("commitment-" + commitment.id() + "-"))
                .toList();
    }
}

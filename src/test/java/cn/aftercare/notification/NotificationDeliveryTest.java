package cn.aftercare.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.aftercare.notification.app.DeliveryService;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** Notifications to a real mail server and a real chat, both of which fail in every way they can. */
@EngineTest
class NotificationDeliveryTest {

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Chat CHAT = new Chat();
    private static final Gate TO_MAIL;
    private static final Gate TO_CHAT;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    static {
        MAIL.start();
        TO_MAIL = new Gate(MAIL.getSmtp().getPort(), "\r\n.\r\n");
        TO_CHAT = new Gate(CHAT.port(), "");
    }

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", TO_MAIL::port);
        properties.add("aftercare.base-url", () -> "https://aftercare.company.example/");
        properties.add("aftercare.notification.timeout", () -> "1500ms");
        properties.add("aftercare.notification.mail.from", () -> "工程售后 <aftercare@company.example>");
        webhook(properties, 0, "nanjing-pmd", "/nanjing?key=secret");
        webhook(properties, 1, "suzhou-pmd", "/suzhou");
        webhook(properties, 2, "nanjing-materials", "/nanjing?key=secret");
        webhook(properties, 3, "*", "/all");
    }

    private static void webhook(DynamicPropertyRegistry properties, int index, String group, String path) {
        String entry = "aftercare.notification.webhooks[" + index + "].";
        properties.add(entry + "group", () -> group);
        properties.add(entry + "url", () -> "http://127.0.0.1:" + TO_CHAT.port() + path);
    }

    @Autowired
    Notifications notifications;

    @Autowired
    DeliveryService deliveries;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DirectMail directMail;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    ObjectMapper json;

    @Autowired
    MockMvc mvc;

    private final String caseNo = "WX-TEST-" + NUMBER.incrementAndGet();

    @BeforeEach
    void people() throws Exception {
        EngineTime.set("2025-09-26T10:00:00+08:00");
        person("zhang", "zhang@company.example", "nanjing-pmd", "nanjing-materials", "suzhou-pmd");
        person("li", "", "nanjing-pmd");
        person("wang", "Wang@company.example", "nanjing-materials");
        person("wangprivate", "wang@company.example", "nanjing-materials");
        MAIL.purgeEmailFromAllMailboxes();
        CHAT.reset();
        TO_MAIL.set(Gate.Way.OPEN);
        TO_CHAT.set(Gate.Way.OPEN);
    }

    @AfterEach
    void clear() {
        CHAT.reset();
        runtime.createProcessInstanceQuery()
                .processDefinitionKey("notification-delivery")
                .list()
                .forEach(i -> runtime.deleteProcessInstance(i.getId(), "test"));
    }

    @AfterAll
    static void stop() {
        TO_MAIL.close();
        TO_CHAT.close();
        CHAT.stop();
        MAIL.stop();
    }

    @Test
    void a_person_gets_a_mail() throws Exception {
        send(notification("zhang"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        run(mail);

        MimeMessage received = onlyMail();
        assertThat(received.getSubject()).isEqualTo("【提醒】响应 “急”");
        assertThat(received.getContent().toString().replace("\r\n", "\n"))
                .isEqualTo(
                        "案件:" + caseNo + "\n说明:\"引号\" \\ 换行\n\n打开案件:https://aftercare.company.example/cases/" + caseNo);
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("zhang@company.example");
        assertThat(received.getFrom()[0].toString()).contains("aftercare@company.example");
        assertThat(received.getHeader("X-Notification-Id")).containsExactly(mail.notificationId());
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getMessageID()).endsWith("@company.example>");
        assertThat(delivery(Channel.MAIL, "zhang").outcome()).isEqualTo(DeliveryOutcome.SENT);
        assertThat(delivery(Channel.MAIL, "zhang").endedAt()).isEqualTo(EngineTime.now());
    }

    @Test
    void groups_mean_their_members_and_nobody_gets_two_mails() {
        send(notification("nanjing-pmd", "nanjing-materials", "zhang"));
        // li has no address, the demo logins of the groups have none that leads anywhere, and wang has two logins.
        assertThat(addressees(Channel.MAIL)).containsExactlyInAnyOrder("zhang", "wang");
        run(delivery(Channel.MAIL, "zhang"));
        run(delivery(Channel.MAIL, "wang"));
        assertThat(MAIL.getReceivedMessages()).hasSize(2);
    }

    /** What somebody on leave is told, who stands in is told too, but only of that unit's cases. */
    @Test
    void who_stands_in_is_told_as_well() {
        jdbc.sql("insert into substitution (substitution_no, unit, absent_user, substitute_user, first_day, last_day,"
                        + " reason, status, recorded_by, recorded_at) values ('TG-TEST', 'nanjing', 'zhang', 'wang',"
                        + " '2025-09-26', '2025-09-26', '年休假', 'ACTIVE', 'zhang', current_timestamp)")
                .update();
        try {
            send(notification("zhang"));
            assertThat(addressees(Channel.MAIL)).containsExactly("zhang", "wang");
            jdbc.sql("update substitution set unit = 'suzhou'").update();
            send(notification("zhang"));
            assertThat(addressees(Channel.MAIL)).containsExactly("zhang", "wang", "zhang");
        } finally {
            jdbc.sql("delete from substitution").update();
        }
    }

    @Test
    void a_chat_gets_the_json_it_understands() throws Exception {
        send(notification("nanjing-pmd"));
        assertThat(addressees(Channel.WEBHOOK)).containsExactly("nanjing-pmd", "*");
        Delivery chat = delivery(Channel.WEBHOOK, "nanjing-pmd");
        run(chat);

        Chat.Message received = onlyMessage();
        assertThat(received.path()).isEqualTo("/nanjing");
        assertThat(received.contentType()).isEqualTo("application/json; charset=utf-8");
        assertThat(received.notificationId()).isEqualTo(chat.notificationId());
        JsonNode body = json.readTree(received.body());
        assertThat(body.size()).isEqualTo(2);
        assertThat(body.path("msgtype").asText()).isEqualTo("markdown");
        assertThat(body.path("markdown").path("content").asText())
                .isEqualTo("**【提醒】响应 “急”**\n案件:" + caseNo
                        + "\n说明:\"引号\" \\ 换行\n[打开案件](https://aftercare.company.example/cases/" + caseNo + ")");
    }

    @Test
    void a_chat_takes_no_more_than_4096_bytes() throws Exception {
        send(new Notification(
                id(),
                NotificationKind.DISPATCH,
                caseNo,
                "nanjing",
                true,
                "题".repeat(300),
                "文".repeat(4000),
                "/cases/" + caseNo,
                List.of("nanjing-pmd")));
        run(delivery(Channel.WEBHOOK, "*"));
        String content = json.readTree(onlyMessage().body())
                .path("markdown")
                .path("content")
                .asText();
        assertThat(content.getBytes(java.nio.charset.StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(4096);
        assertThat(content).endsWith("…\n[打开案件](https://aftercare.company.example/cases/" + caseNo + ")");
    }

    /** An owner has no login: the mail is sent at once, or fails so that the job tries again. */
    @Test
    void an_owner_gets_a_mail_at_once() throws Exception {
        assertThat(directMail.available()).isTrue();
        directMail.send("owner@company.example", "满意度调查", "请填写:https://aftercare.company.example/survey/x");
        MimeMessage received = onlyMail();
        assertThat(received.getSubject()).isEqualTo("满意度调查");
        assertThat(received.getContent().toString().strip())
                .isEqualTo("请填写:https://aftercare.company.example/survey/x");
        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("owner@company.example");
        TO_MAIL.set(Gate.Way.REFUSE);
        assertThatThrownBy(() -> directMail.send("owner@company.example", "满意度调查", "请填写"))
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessageStartingWith("邮件没有发出:");
    }

    @Test
    void the_chats_of_a_persons_roles_hear_it_but_not_another_branch() {
        send(notification("zhang"));
        // nanjing-pmd and nanjing-materials share one chat.
        assertThat(addressees(Channel.WEBHOOK)).containsExactly("nanjing-pmd", "*");
    }

    @Test
    void an_instance_belongs_to_case_and_unit() {
        send(notification("zhang"));
        ProcessInstance instance = instance(delivery(Channel.MAIL, "zhang"));
        assertThat(instance.getBusinessKey()).isEqualTo(caseNo);
        assertThat(instance.getTenantId()).isEqualTo("nanjing");
    }

    @Test
    void telling_the_same_twice_sends_it_once() {
        Notification same = notification("zhang");
        send(same);
        send(same);
        assertThat(addressees(Channel.MAIL)).containsExactly("zhang");
    }

    @Test
    void nothing_is_sent_of_what_did_not_happen() {
        transaction.executeWithoutResult(status -> {
            notifications.send(notification("zhang"));
            status.setRollbackOnly();
        });
        assertThat(deliveries.ofCase(caseNo)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(caseNo)
                        .count())
                .isZero();
        assertThatThrownBy(() -> notifications.send(notification("zhang")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Gate.Way.class,
            names = {"REFUSE", "HANG", "DROP", "BUSY"})
    void a_mail_server_that_fails_is_tried_again(Gate.Way failure) {
        TO_MAIL.set(failure);
        send(notification("zhang"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        failsAndIsTriedAgain(mail, "邮件没有发出(收件人 zhang)", () -> TO_MAIL.set(Gate.Way.OPEN));
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Gate.Way.class,
            names = {"REFUSE", "HANG", "DROP"})
    void a_chat_that_cannot_be_reached_is_tried_again(Gate.Way failure) {
        TO_CHAT.set(failure);
        send(notification("nanjing-pmd"));
        failsAndIsTriedAgain(
                delivery(Channel.WEBHOOK, "nanjing-pmd"), "消息没有发出(群组 nanjing-pmd)", () -> TO_CHAT.set(Gate.Way.OPEN));
        assertThat(CHAT.messages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"SERVER_ERROR, 对方应答 500", "MOVED, 对方应答 302", "REFUSED, 对方应答 errcode 45009", "ENDLESS, 对方超过 1500 毫秒没有应答"
    })
    void a_chat_that_does_not_take_it_is_tried_again(Chat.Answer failure, String reason) {
        CHAT.answers(failure);
        send(notification("nanjing-pmd"));
        failsAndIsTriedAgain(delivery(Channel.WEBHOOK, "nanjing-pmd"), reason, () -> CHAT.answers(Chat.Answer.OK));
        assertThat(CHAT.messages()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Chat.Answer.class,
            names = {"OK", "NO_CONTENT", "PLAIN_TEXT"})
    void any_receiver_that_says_yes_has_it(Chat.Answer answer) {
        CHAT.answers(answer);
        send(notification("nanjing-pmd"));
        run(delivery(Channel.WEBHOOK, "nanjing-pmd"));
        assertThat(delivery(Channel.WEBHOOK, "nanjing-pmd").outcome()).isEqualTo(DeliveryOutcome.SENT);
        assertThat(CHAT.messages()).hasSize(1);
    }

    @Test
    void after_the_last_attempt_an_incident_shows_and_retrying_it_delivers_once() {
        TO_MAIL.set(Gate.Way.REFUSE);
        send(notification("zhang"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        arrive(mail);
        List<Duration> pauses = new ArrayList<>(
                List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30)));
        // A weekend day without the mail server needs nobody to press a button afterwards.
        pauses.addAll(Collections.nCopies(18, Duration.ofHours(2)));
        for (Duration pause : pauses) {
            assertThat(incidents(mail)).isEmpty();
            fail(mail, "邮件没有发出");
            assertThat(job(mail).getDuedate())
                    .isEqualTo(java.util.Date.from(EngineTime.now().plus(pause)));
            EngineTime.advance(pause);
        }
        fail(mail, "邮件没有发出");

        Incident incident = incidents(mail).get(0);
        assertThat(incident.getIncidentType()).isEqualTo(Incident.FAILED_JOB_HANDLER_TYPE);
        assertThat(incident.getActivityId()).isEqualTo("Task_SendNotification");
        assertThat(incident.getIncidentMessage()).startsWith("邮件没有发出(收件人 zhang):");
        assertThat(incident.getTenantId()).isEqualTo("nanjing");
        Job dead = job(mail);
        assertThat(dead.getRetries()).isZero();
        assertThat(delivery(Channel.MAIL, "zhang").outcome()).isNull();

        TO_MAIL.set(Gate.Way.OPEN);
        management.setJobRetries(dead.getId(), 1);
        management.executeJob(dead.getId());
        ended(mail);
        assertThat(incidents(mail)).isEmpty();
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void the_secret_of_a_chat_shows_nowhere() {
        TO_CHAT.set(Gate.Way.DROP);
        send(notification("nanjing-pmd"));
        Delivery chat = delivery(Channel.WEBHOOK, "nanjing-pmd");
        arrive(chat);
        fail(chat, "消息没有发出");
        assertThat(management.getJobExceptionStacktrace(job(chat).getId())).doesNotContain("key=");
        assertThat(runtime.getVariables(instance(chat).getId()).toString()).doesNotContain("key=");
    }

    @Test
    void what_was_sent_is_not_sent_again() {
        send(notification("zhang", "nanjing-pmd"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        Delivery chat = delivery(Channel.WEBHOOK, "nanjing-pmd");
        run(mail);
        run(chat);
        deliveries.deliver(mail.id());
        deliveries.deliver(chat.id());
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(CHAT.messages()).hasSize(1);
    }

    @Test
    void a_crash_between_sending_and_noting_it_sends_it_again_under_the_same_id() throws Exception {
        send(notification("zhang"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        transaction.executeWithoutResult(status -> {
            deliveries.deliver(mail.id());
            status.setRollbackOnly();
        });
        run(mail);
        MimeMessage[] received = MAIL.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID()).isEqualTo(received[1].getMessageID());
    }

    @Test
    void an_answer_that_is_lost_means_a_second_message_under_the_same_id() throws Exception {
        TO_MAIL.set(Gate.Way.LOSE_ANSWER);
        TO_CHAT.set(Gate.Way.LOSE_ANSWER);
        send(notification("zhang", "nanjing-pmd"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        Delivery chat = delivery(Channel.WEBHOOK, "nanjing-pmd");
        failsAndIsTriedAgain(mail, "邮件没有发出", () -> TO_MAIL.set(Gate.Way.OPEN));
        failsAndIsTriedAgain(chat, "消息没有发出", () -> TO_CHAT.set(Gate.Way.OPEN));
        MimeMessage[] mails = MAIL.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
        assertThat(CHAT.messages())
                .hasSize(2)
                .extracting(Chat.Message::notificationId)
                .containsOnly(chat.notificationId());
    }

    @Test
    void an_address_taken_away_meanwhile_ends_the_delivery() {
        person("zhao", "zhao@company.example");
        send(notification("zhao"));
        person("zhao", "");
        run(delivery(Channel.MAIL, "zhao"));
        assertThat(delivery(Channel.MAIL, "zhao").outcome()).isEqualTo(DeliveryOutcome.UNREACHABLE);
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_wrong_address_is_corrected_in_admin_and_tried_again() {
        person("zhao", "zhao company.example");
        send(notification("zhao"));
        Delivery mail = delivery(Channel.MAIL, "zhao");
        failsAndIsTriedAgain(mail, "邮件没有发出(收件人 zhao)", () -> person("zhao", "zhao@company.example"));
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-09-26T21:59:59+08:00, false, 2025-09-26T21:59:59+08:00",
        "2025-09-26T22:00:00+08:00, false, 2025-09-27T07:00:00+08:00",
        "2025-09-27T06:59:59+08:00, false, 2025-09-27T07:00:00+08:00",
        "2025-09-27T07:00:00+08:00, false, 2025-09-27T07:00:00+08:00",
        "2025-09-26T22:00:00+08:00, true, 2025-09-26T22:00:00+08:00",
        "2025-09-27T06:59:59+08:00, true, 2025-09-27T06:59:59+08:00"
    })
    void ordinary_notifications_wait_for_the_end_of_the_quiet_hours(String now, boolean urgent, String expected) {
        EngineTime.set(now);
        send(notification(urgent, "zhang"));
        Delivery mail = delivery(Channel.MAIL, "zhang");
        Instant sendAt = OffsetDateTime.parse(expected).toInstant();
        assertThat(mail.sendAt()).isEqualTo(sendAt);
        assertThat(job(mail).getDuedate()).isEqualTo(java.util.Date.from(sendAt));
        if (sendAt.isAfter(EngineTime.now())) {
            EngineTime.set(sendAt.minusSeconds(1));
            assertThat(executable(mail)).isFalse();
        }
        EngineTime.set(sendAt.plusSeconds(1));
        assertThat(executable(mail)).isTrue();
        run(mail);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_down_does_not_take_the_application_down() throws Exception {
        TO_MAIL.set(Gate.Way.REFUSE);
        mvc.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    private void failsAndIsTriedAgain(Delivery delivery, String reason, Runnable repair) {
        arrive(delivery);
        fail(delivery, reason);
        assertThat(job(delivery).getRetries()).isEqualTo(22);
        assertThat(delivery(delivery.channel(), delivery.addressee()).outcome()).isNull();
        EngineTime.advance(Duration.ofSeconds(9));
        assertThat(executable(delivery)).isFalse();
        EngineTime.advance(Duration.ofSeconds(2));
        assertThat(executable(delivery)).isTrue();
        repair.run();
        management.executeJob(job(delivery).getId());
        ended(delivery);
        assertThat(delivery(delivery.channel(), delivery.addressee()).outcome()).isEqualTo(DeliveryOutcome.SENT);
    }

    private void fail(Delivery delivery, String reason) {
        Job job = job(delivery);
        assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining(reason);
        assertThat(job(delivery).getExceptionMessage()).contains(reason);
    }

    /** Through the timer to the sending. */
    private void arrive(Delivery delivery) {
        assertThat(runtime.getActiveActivityIds(instance(delivery).getId())).containsExactly("Event_SendDue");
        management.executeJob(job(delivery).getId());
        // The timer's work is done whatever becomes of the sending.
        assertThat(management
                        .createJobDefinitionQuery()
                        .jobDefinitionId(job(delivery).getJobDefinitionId())
                        .activityIdIn("Task_SendNotification")
                        .count())
                .isEqualTo(1);
    }

    private void run(Delivery delivery) {
        arrive(delivery);
        management.executeJob(job(delivery).getId());
        ended(delivery);
    }

    private void ended(Delivery delivery) {
        assertThat(instances(delivery)).isEmpty();
    }

    private List<ProcessInstance> instances(Delivery delivery) {
        return runtime.createProcessInstanceQuery()
                .processDefinitionKey("notification-delivery")
                .variableValueEquals("deliveryId", delivery.id())
                .list();
    }

    private ProcessInstance instance(Delivery delivery) {
        assertThat(instances(delivery)).hasSize(1);
        return instances(delivery).get(0);
    }

    private Job job(Delivery delivery) {
        return management
                .createJobQuery()
                .processInstanceId(instance(delivery).getId())
                .singleResult();
    }

    private boolean executable(Delivery delivery) {
        return management
                        .createJobQuery()
                        .processInstanceId(instance(delivery).getId())
                        .executable()
                        .count()
                == 1;
    }

    private List<Incident> incidents(Delivery delivery) {
        return instances(delivery).stream()
                .flatMap(i -> runtime.createIncidentQuery().processInstanceId(i.getId()).list().stream())
                .toList();
    }

    private Delivery delivery(Channel channel, String addressee) {
        List<Delivery> found = deliveries.ofCase(caseNo).stream()
                .filter(d -> d.channel() == channel && d.addressee().equals(addressee))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private List<String> addressees(Channel channel) {
        return deliveries.ofCase(caseNo).stream()
                .filter(d -> d.channel() == channel)
                .map(Delivery::addressee)
                .toList();
    }

    private void send(Notification notification) {
        transaction.executeWithoutResult(status -> notifications.send(notification));
    }

    private Notification notification(String... recipients) {
        return notification(false, recipients);
    }

    private Notification notification(boolean urgent, String... recipients) {
        return Notification.ofCase(
                id(),
                NotificationKind.REMINDER,
                caseNo,
                "nanjing",
                urgent,
                "【提醒】响应 “急”",
                "案件:" + caseNo + "\n说明:\"引号\" \\ 换行",
                Arrays.asList(recipients));
    }

    private static String id() {
        return "test-" + NUMBER.incrementAndGet();
    }

    private static MimeMessage onlyMail() {
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        return MAIL.getReceivedMessages()[0];
    }

    private static Chat.Message onlyMessage() {
        assertThat(CHAT.messages()).hasSize(1);
        return CHAT.messages().get(0);
    }

    private void person(String id, String mail, String... groups) {
        User user = identity.createUserQuery().userId(id).singleResult();
        boolean known = user != null;
        if (!known) {
            user = identity.newUser(id);
            user.setFirstName(id);
            user.setPassword("demo");
        }
        user.setEmail(mail);
        identity.saveUser(user);
        if (!known) {
            Arrays.stream(groups).forEach(group -> identity.createMembership(id, group));
        }
    }
}

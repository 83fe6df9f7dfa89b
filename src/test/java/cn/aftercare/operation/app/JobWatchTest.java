package cn.aftercare.operation.app;

import static cn.aftercare.repair.Walk.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.commitment.CommitmentType;
import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.DirectMail;
import cn.aftercare.operation.persistence.StandstillRepository;
import cn.aftercare.repair.Walk;
import cn.aftercare.testing.EngineTest;
import cn.aftercare.testing.EngineTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The alarm when no job runs: past the job queue, once for all nodes, and once more when it is over. */
@EngineTest
@Import(Walk.class)
@ExtendWith(OutputCaptureExtension.class)
class JobWatchTest {

    private static final OperationSettings SETTINGS =
            new OperationSettings(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ZERO, "it@company.example");

    @Autowired
    Walk walk;

    @Autowired
    JobLedger ledger;

    @Autowired
    StandstillRepository standstills;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    ManagementService management;

    private final Mail mail = new Mail();
    private Instant due;

    /** Keeps what it was given. */
    private static class Mail implements DirectMail {

        private final List<String> sent = new ArrayList<>();
        private boolean down;

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public @Nullable String problem() {
            return null;
        }

        @Override
        public void send(String address, String subject, String text) {
            if (down) {
                throw new DeliveryFailedException("邮件没有发出:Connection refused");
            }
            sent.add(address + "|" + subject + "|" + text);
        }
    }

    @BeforeEach
    void aPromiseWithATimer() {
        walk.clear();
        walk.project();
        EngineTime.set("2025-09-26T16:40:00+08:00");
        var repair = walk.reported(walk.report("2025-09-26T16:40:00+08:00")).issueTaskOrder();
        walk.runDueJobs();
        due = repair.hard(CommitmentType.RESPONSE).remindAt();
        assertThat(due).isEqualTo(at("2025-09-27T10:40:00+08:00"));
    }

    @AfterEach
    void clear() {
        walk.clear();
        transaction.executeWithoutResult(status -> {
            standstills.store(null);
            standstills.failuresTold(0);
        });
    }

    @Test
    void it_is_told_once_and_once_more_when_it_is_over(CapturedOutput log) {
        look(due.plusSeconds(299));
        assertThat(mail.sent).isEmpty();

        look(due.plusSeconds(300));
        assertThat(mail.sent)
                .containsExactly("it@company.example|【工程售后服务】后台作业停滞|"
                        + "后台作业已停滞:最早一项应在 2025-09-27 10:40 执行,至今 5 分钟没有执行;待执行 2 项,失败 0 项。\n"
                        + "恢复之前,到期提醒、逾期督办和各类通知都不会发出。请按运行手册“后台作业停滞”一节处理。\n\n"
                        + "https://service.company.example");
        assertThat(log)
                .contains("ERROR")
                .contains("the job executors stand still: the oldest job is due since 2025-09-27T02:40:00Z,"
                        + " 2 are waiting, 0 have failed");

        look(due.plusSeconds(330));
        anotherNode().look(due.plusSeconds(335));
        assertThat(mail.sent).hasSize(1);

        EngineTime.set(due.plusSeconds(600));
        walk.runDueJobs();
        look(due.plusSeconds(630));
        assertThat(mail.sent).hasSize(2);
        assertThat(mail.sent.get(1))
                .isEqualTo("it@company.example|【工程售后服务】后台作业已恢复|"
                        + "后台作业已恢复执行:停滞自 2025-09-27 10:40 起,至 2025-09-27 10:50 恢复;待执行 0 项,失败 0 项。\n"
                        + "停滞期间到期的提醒、督办和通知已经或即将补发。\n\nhttps://service.company.example");
        assertThat(log).contains("the job executors work again; they stood still since 2025-09-27T02:40:00Z");

        look(due.plusSeconds(660));
        anotherNode().look(due.plusSeconds(665));
        assertThat(mail.sent).hasSize(2);
    }

    @Test
    void the_next_standstill_is_told_again() {
        look(due.plusSeconds(300));
        walk.runDueJobs();
        look(due.plusSeconds(330));
        assertThat(mail.sent).hasSize(2);

        look(at("2025-09-27T16:45:00+08:00"));
        assertThat(mail.sent).hasSize(3);
        assertThat(mail.sent.get(2)).contains("最早一项应在 2025-09-27 16:40 执行");
    }

    @Test
    void a_mail_the_server_does_not_take_is_sent_at_the_next_look_while_it_lasts() {
        mail.down = true;
        look(due.plusSeconds(300));
        look(due.plusSeconds(330));
        mail.down = false;
        look(due.plusSeconds(420));
        assertThat(mail.sent).hasSize(1);
        assertThat(mail.sent.get(0)).contains("后台作业停滞").contains("至今 7 分钟没有执行");

        mail.down = true;
        walk.runDueJobs();
        look(due.plusSeconds(450));
        mail.down = false;
        look(due.plusSeconds(480));
        look(due.plusSeconds(510));
        assertThat(mail.sent).hasSize(2);
        // Over when it was noticed, not when the mail went.
        assertThat(mail.sent.get(1)).contains("至 2025-09-27 10:47 恢复");
    }

    @Test
    void whoever_was_not_told_of_it_is_not_told_of_its_end() {
        mail.down = true;
        look(due.plusSeconds(300));
        walk.runDueJobs();
        mail.down = false;
        look(due.plusSeconds(330));
        assertThat(mail.sent).isEmpty();
    }

    @Test
    void a_lag_about_the_limit_is_told_once() {
        look(due.plusSeconds(300));
        // Late by four minutes now: better, but not well.
        management
                .createJobQuery()
                .duedateLowerThan(Date.from(due.plusSeconds(1)))
                .list()
                .forEach(job -> management.setJobDuedate(job.getId(), Date.from(due.plusSeconds(90))));
        look(due.plusSeconds(330));
        look(due.plusSeconds(400));
        assertThat(mail.sent).hasSize(1);
    }

    @Test
    void a_job_that_has_failed_for_good_is_no_standstill_but_told_once(CapturedOutput log) {
        management
                .createJobQuery()
                .duedateLowerThan(Date.from(due.plusSeconds(1)))
                .list()
                .forEach(job -> management.setJobRetries(job.getId(), 0));
        mail.down = true;
        look(due.plusSeconds(3600));
        mail.down = false;
        look(due.plusSeconds(3630));
        anotherNode().look(due.plusSeconds(3640));
        assertThat(mail.sent)
                .containsExactly("it@company.example|【工程售后服务】后台作业执行失败|"
                        + "有 2 项后台作业多次执行失败后停止(此前 0 项),相应的案件或通知停在原处。\n"
                        + "请在 Cockpit 中查看事件(Incidents),排除原因后重试。\n\nhttps://service.company.example");
        assertThat(log).contains("2 jobs have failed for good and wait for somebody, 0 were known");
    }

    @Test
    void a_standstill_long_after_one_whose_end_could_not_be_told_is_a_new_one() {
        look(due.plusSeconds(300));
        walk.runDueJobs();
        mail.down = true;
        look(due.plusSeconds(330));
        mail.down = false;
        look(at("2025-09-27T16:45:00+08:00"));
        assertThat(mail.sent).hasSize(2);
        assertThat(mail.sent.get(1)).contains("后台作业停滞").contains("最早一项应在 2025-09-27 16:40 执行");
    }

    @Test
    void without_an_address_it_is_in_the_log(CapturedOutput log) {
        new Look(new OperationSettings(Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ZERO, ""))
                .look(due.plusSeconds(300));
        assertThat(mail.sent).isEmpty();
        assertThat(log).contains("the job executors stand still");
    }

    @Test
    void mistakes_of_the_settings_are_refused_at_the_start() {
        assertThatThrownBy(() ->
                        new OperationSettings(Duration.ZERO, Duration.ofSeconds(30), Duration.ZERO, "a@b.example"))
                .hasMessageContaining("必须大于零");
        assertThatThrownBy(() -> new OperationSettings(
                        Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ZERO, "the administrator"))
                .hasMessageContaining("告警收件地址不正确");
    }

    private void look(Instant at) {
        anotherNode().look(at);
    }

    /** Nothing but the database is shared. */
    private Look anotherNode() {
        return new Look(SETTINGS);
    }

    private class Look {

        private final JobWatch watch;

        Look(OperationSettings settings) {
            watch = new JobWatch(ledger, standstills, mail, settings, clock, "https://service.company.example");
        }

        void look(Instant at) {
            EngineTime.set(at);
            transaction.executeWithoutResult(status -> watch.look());
        }
    }
}

package cn.aftercare.operation.app;

import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.DirectMail;
import cn.aftercare.operation.JobBacklog;
import cn.aftercare.operation.Standstill;
import cn.aftercare.operation.persistence.StandstillRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices that the job executors stand still, and says so once, however many nodes look: an error in the log and a mail
 * past the job queue; and once more when they work again. A mail the server does not take is sent at the next look.
 */
@Service
public class JobWatch {

    private static final Logger LOG = LoggerFactory.getLogger(JobWatch.class);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /** Only a small part of the limit is well again, or a lag about the limit would be told again and again. */
    private static final int CALM = 5;

    private final JobLedger ledger;
    private final StandstillRepository standstills;
    private final DirectMail mail;
    private final OperationSettings settings;
    private final Clock clock;
    private final String baseUrl;

    JobWatch(
            JobLedger ledger,
            StandstillRepository standstills,
            DirectMail mail,
            OperationSettings settings,
            Clock clock,
            @Value("${aftercare.base-url}") String baseUrl) {
        this.ledger = ledger;
        this.standstills = standstills;
        this.mail = mail;
        this.settings = settings;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    @Transactional
    public void look() {
        Instant now = clock.instant();
        JobBacklog backlog = ledger.backlog(now);
        Duration lag = backlog.lag(now);
        if (lag.compareTo(settings.standstill()) >= 0) {
            standing(backlog, now);
        } else if (lag.compareTo(settings.standstill().dividedBy(CALM)) <= 0) {
            standstills.lock().ifPresent(standstill -> over(standstill, backlog, now));
        }
        givenUp(backlog);
    }

    /** Jobs that failed at every attempt: a case may stand still while all others go on. */
    private void givenUp(JobBacklog backlog) {
        long told = standstills.failuresTold();
        if (backlog.failed() > told) {
            LOG.error("{} jobs have failed for good and wait for somebody, {} were known", backlog.failed(), told);
            if (canMail() && !mailed("【工程售后服务】后台作业执行失败", failures(backlog, told))) {
                return; // at the next look
            }
        }
        if (backlog.failed() != told) {
            standstills.failuresTold(backlog.failed());
        }
    }

    private void standing(JobBacklog backlog, Instant now) {
        // What was over for longer than a standstill takes to be one is a new one, told or not.
        Optional<Standstill> known = standstills
                .lock()
                .filter(s -> s.recoveredAt() == null
                        || Duration.between(s.recoveredAt(), now).compareTo(settings.standstill()) < 0);
        if (known.isEmpty()) {
            LOG.error(
                    "the job executors stand still: the oldest job is due since {}, {} are waiting, {} have failed",
                    backlog.oldestDue(),
                    backlog.waiting(),
                    backlog.failed());
        }
        Standstill standstill = known.map(Standstill::goingOn).orElseGet(() -> Standstill.noticed(backlog.oldestDue()));
        if (standstill.toldAt() == null && mailed("【工程售后服务】后台作业停滞", alarm(backlog, now))) {
            standstill = standstill.told(now);
        }
        standstills.store(standstill);
    }

    private void over(Standstill standstill, JobBacklog backlog, Instant now) {
        if (standstill.recoveredAt() == null) {
            LOG.warn("the job executors work again; they stood still since {}", standstill.since());
        }
        Standstill recovered = standstill.recoveredAt() == null ? standstill.recovered(now) : standstill;
        // Who was never told of the trouble need not hear of its end.
        boolean done =
                standstill.toldAt() == null || !canMail() || mailed("【工程售后服务】后台作业已恢复", allClear(recovered, backlog));
        standstills.store(done ? null : recovered);
    }

    /** Whether there is somebody to tell and a way to. */
    private boolean canMail() {
        return !settings.alertTo().isBlank() && mail.available();
    }

    /** False where nobody is to be told, or the server did not take it. */
    private boolean mailed(String subject, String text) {
        if (!canMail()) {
            return false;
        }
        try {
            mail.send(settings.alertTo().strip(), subject, text + "\n\n" + baseUrl);
            return true;
        } catch (DeliveryFailedException e) {
            LOG.warn("nobody was told of the job executors: {}", e.getMessage());
            return false;
        }
    }

    private static String failures(JobBacklog backlog, long told) {
        return "有 " + backlog.failed() + " 项后台作业多次执行失败后停止(此前 " + told
                + " 项),相应的案件或通知停在原处。\n请在 Cockpit 中查看事件(Incidents),排除原因后重试。";
    }

    private static String alarm(JobBacklog backlog, Instant now) {
        return "后台作业已停滞:最早一项应在 " + MINUTE.format(backlog.oldestDue()) + " 执行,至今 "
                + backlog.lag(now).toMinutes() + " 分钟没有执行;待执行 " + backlog.waiting() + " 项,失败 "
                + backlog.failed() + " 项。\n恢复之前,到期提醒、逾期督办和各类通知都不会发出。请按运行手册“后台作业停滞”一节处理。";
    }

    private static String allClear(Standstill standstill, JobBacklog backlog) {
        return "后台作业已恢复执行:停滞自 " + MINUTE.format(standstill.since()) + " 起,至 "
                + MINUTE.format(standstill.recoveredAt()) + " 恢复;待执行 " + backlog.waiting() + " 项,失败 "
                + backlog.failed() + " 项。\n停滞期间到期的提醒、督办和通知已经或即将补发。";
    }
}

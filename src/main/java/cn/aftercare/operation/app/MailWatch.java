package cn.aftercare.operation.app;

import cn.aftercare.notification.DirectMail;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks the mail server now and then whether it is there. A server that hangs takes all of its limits of time, which
 * nobody who asks for the health shall wait for.
 */
@Component
public class MailWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MailWatch.class);

    private final DirectMail mail;
    private final Clock clock;

    private volatile @Nullable Answer last;

    MailWatch(DirectMail mail, Clock clock) {
        this.mail = mail;
        this.clock = clock;
    }

    /** @param problem null: the server would take a mail */
    public record Answer(@Nullable String problem, Instant at) {}

    public void look() {
        if (!mail.available()) {
            return;
        }
        Answer before = last;
        Answer now = new Answer(mail.problem(), clock.instant());
        last = now;
        boolean wasWell = before == null || before.problem() == null;
        if (now.problem() != null && wasWell) {
            LOG.warn("mail server: {}", now.problem());
        } else if (now.problem() == null && !wasWell) {
            LOG.warn("mail server: answers again");
        }
    }

    /** Whether there is a mail server at all. */
    public boolean configured() {
        return mail.available();
    }

    /** Its last answer; null before it was asked. */
    public @Nullable Answer last() {
        return last;
    }
}

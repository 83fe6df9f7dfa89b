package cn.aftercare.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.app.NotificationSettings;
import cn.aftercare.notification.app.NotificationSettings.Mail;
import cn.aftercare.notification.app.NotificationSettings.Quiet;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailServerTest {

    private final CountDownLatch answered = new CountDownLatch(1);

    /** Answers every command in time, and so takes for ever. */
    private final class Tarpit extends JavaMailSenderImpl {

        @Override
        public void send(MimeMessage message) {
            try {
                answered.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void a_mail_has_two_thirds_of_its_jobs_lock() {
        MailServer server = server(new Tarpit(), 3000);
        try {
            assertThatThrownBy(() -> server.send(server.create()))
                    .isInstanceOf(MailSendException.class)
                    .hasMessage("邮件服务器超过 2 秒没有收下");
        } finally {
            answered.countDown();
            server.close();
        }
    }

    @Test
    void what_the_server_says_is_what_the_sender_hears() {
        MailServer server = server(
                new JavaMailSenderImpl() {
                    @Override
                    public void send(MimeMessage message) {
                        throw new MailSendException("550 no such mailbox");
                    }
                },
                60000);
        assertThatThrownBy(() -> server.send(server.create())).hasMessage("550 no such mailbox");
        server.close();
    }

    @Test
    void without_a_server_a_mail_fails_instead_of_getting_lost() {
        MailServer none = server(null, 60000);
        assertThat(none.available()).isFalse();
        assertThatThrownBy(() -> new SmtpDirectMail(none).send("zhou@owner.example", "回访", "您好"))
                .isInstanceOf(DeliveryFailedException.class)
                .hasMessage("邮件没有发出:没有配置邮件服务器");
    }

    private static MailServer server(@Nullable JavaMailSender smtp, long lockMillis) {
        var beans = new DefaultListableBeanFactory();
        if (smtp != null) {
            beans.registerSingleton("smtp", smtp);
        }
        var settings = new NotificationSettings(
                new Mail("aftercare@company.example"), List.of(), new Quiet("22:00", "07:00"), Duration.ofSeconds(10));
        return new MailServer(beans.getBeanProvider(JavaMailSender.class), settings, lockMillis);
    }
}

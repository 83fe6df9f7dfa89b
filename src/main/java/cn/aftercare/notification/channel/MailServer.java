package cn.aftercare.notification.channel;

import cn.aftercare.notification.app.NotificationSettings;
import jakarta.annotation.PreDestroy;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The server of {@code spring.mail}, if there is one, within limits of time. */
@Component
class MailServer {

    private final @Nullable JavaMailSender smtp;
    private final String from;
    private final Duration whole;
    private final ExecutorService senders = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "mail");
        thread.setDaemon(true);
        return thread;
    });

    MailServer(
            ObjectProvider<JavaMailSender> smtp,
            NotificationSettings settings,
            @Value("${camunda.bpm.job-execution.lock-time-in-millis}") long lockMillis) {
        this.smtp = smtp.getIfAvailable();
        this.from = Optional.ofNullable(settings.mail().from()).orElse("").strip();
        // Slow answers add up. Once the lock of its job has run out another thread would send the mail too.
        this.whole = Duration.ofMillis(lockMillis).multipliedBy(2).dividedBy(3);
        if (this.smtp != null && from.isEmpty()) {
            throw new IllegalStateException(
                    "spring.mail.host is set but aftercare.notification.mail.from is not (缺少发件人地址)");
        }
        if (this.smtp instanceof JavaMailSenderImpl server) {
            limit(server, settings.timeout());
        }
    }

    /** Without limits a server that never answers would hold a job for good. */
    private static void limit(JavaMailSenderImpl server, Duration timeout) {
        String protocol = Optional.ofNullable(server.getProtocol()).orElse("smtp");
        Properties properties = server.getJavaMailProperties();
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.putIfAbsent("mail." + protocol + "." + limit, String.valueOf(timeout.toMillis()));
        }
    }

    boolean available() {
        return smtp != null;
    }

    /** The sender's address. */
    String from() {
        return from;
    }

    /** @throws MessagingException saying why the server would take no mail */
    void test() throws MessagingException {
        if (smtp instanceof JavaMailSenderImpl server) {
            server.testConnection();
        }
    }

    MimeMessage create() {
        return server().createMimeMessage();
    }

    /** @throws MailException when the server did not take it in time */
    void send(MimeMessage message) {
        JavaMailSender server = server();
        Future<?> sending = senders.submit(() -> server.send(message));
        try {
            sending.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof MailException refused ? refused : new MailSendException("mail", e.getCause());
        } catch (TimeoutException e) {
            sending.cancel(true);
            throw new MailSendException("邮件服务器超过 " + whole.toSeconds() + " 秒没有收下");
        } catch (InterruptedException e) {
            sending.cancel(true);
            Thread.currentThread().interrupt();
            throw new MailSendException("被中断", e);
        }
    }

    private JavaMailSender server() {
        if (smtp == null) {
            throw new MailSendException("没有配置邮件服务器");
        }
        return smtp;
    }

    @PreDestroy
    void close() {
        senders.shutdown();
    }
}

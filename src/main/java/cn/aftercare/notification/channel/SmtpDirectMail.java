package cn.aftercare.notification.channel;

import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.DirectMail;
import cn.aftercare.notification.app.NotificationSettings;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Through the server of {@code spring.mail}, whose limits of time {@link MailMessenger} has set. */
@Component
class SmtpDirectMail implements DirectMail {

    private static final String NO_SERVER = "没有配置邮件服务器";

    private final @Nullable JavaMailSender server;
    private final String from;

    SmtpDirectMail(ObjectProvider<JavaMailSender> server, NotificationSettings settings) {
        this.server = server.getIfAvailable();
        this.from = Optional.ofNullable(settings.mail().from()).orElse("").strip();
    }

    @Override
    public boolean available() {
        return server != null;
    }

    @Override
    public @Nullable String problem() {
        if (!(server instanceof JavaMailSenderImpl smtp)) {
            return NO_SERVER;
        }
        try {
            smtp.testConnection();
            return null;
        } catch (MessagingException e) {
            return "邮件服务器没有响应:" + Reasons.of(e);
        }
    }

    @Override
    public void send(String address, String subject, String text) {
        if (server == null) {
            throw new DeliveryFailedException(NO_SERVER);
        }
        try {
            MimeMessage message = server.createMimeMessage();
            MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(address);
            helper.setSubject(subject);
            helper.setText(text);
            message.setHeader("Auto-Submitted", "auto-generated");
            server.send(message);
        } catch (MailException | MessagingException e) {
            throw new DeliveryFailedException("邮件没有发出:" + Reasons.of(e), e);
        }
    }
}

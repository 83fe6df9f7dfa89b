package cn.aftercare.notification.channel;

import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.DirectMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Through the server of {@code spring.mail}. */
@Component
class SmtpDirectMail implements DirectMail {

    private final MailServer server;

    SmtpDirectMail(MailServer server) {
        this.server = server;
    }

    @Override
    public boolean available() {
        return server.available();
    }

    @Override
    public @Nullable String problem() {
        if (!server.available()) {
            return "没有配置邮件服务器";
        }
        try {
            server.test();
            return null;
        } catch (MessagingException e) {
            return "邮件服务器没有响应:" + Reasons.of(e);
        }
    }

    @Override
    public void send(String address, String subject, String text) {
        try {
            MimeMessage message = server.create();
            MimeMessageHelper helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            helper.setFrom(server.from());
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

package cn.aftercare.notification.channel;

import cn.aftercare.notification.Channel;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.app.Messenger;
import cn.aftercare.notification.app.NotificationSettings;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.organisation.app.MailAddresses;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail to people, through the server of {@code spring.mail}; without one nobody is reached by mail. */
@Component
class MailMessenger implements Messenger {

    private final @Nullable JavaMailSender server;
    private final String from;
    private final Directory directory;
    private final MailAddresses addresses;
    private final String baseUrl;

    MailMessenger(
            ObjectProvider<JavaMailSender> server,
            NotificationSettings settings,
            Directory directory,
            MailAddresses addresses,
            @Value("${aftercare.base-url}") String baseUrl) {
        this.server = server.getIfAvailable();
        this.from = Optional.ofNullable(settings.mail().from()).orElse("").strip();
        this.directory = directory;
        this.addresses = addresses;
        this.baseUrl = Links.base(baseUrl);
        if (this.server != null && from.isEmpty()) {
            throw new IllegalStateException(
                    "spring.mail.host is set but aftercare.notification.mail.from is not (缺少发件人地址)");
        }
        if (this.server instanceof JavaMailSenderImpl smtp) {
            limit(smtp, settings.timeout());
        }
    }

    /** Without limits a server that never answers would hold a job for good. */
    private static void limit(JavaMailSenderImpl smtp, Duration timeout) {
        String protocol = Optional.ofNullable(smtp.getProtocol()).orElse("smtp");
        Properties properties = smtp.getJavaMailProperties();
        for (String limit : List.of("connectiontimeout", "timeout", "writetimeout")) {
            properties.putIfAbsent("mail." + protocol + "." + limit, String.valueOf(timeout.toMillis()));
        }
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public List<String> addressees(Notification notification) {
        if (server == null) {
            return List.of();
        }
        Map<String, String> byAddress = new LinkedHashMap<>();
        notification.recipients().stream()
                .flatMap(id -> Stream.concat(
                        Stream.of(id), directory.people(id).stream().map(Person::id)))
                .distinct()
                .forEach(person -> addresses
                        .of(person)
                        .ifPresent(mail -> byAddress.putIfAbsent(mail.toLowerCase(Locale.ROOT), person)));
        return List.copyOf(byAddress.values());
    }

    @Override
    public boolean deliver(Delivery delivery) {
        Optional<String> address = addresses.of(delivery.addressee());
        if (server == null || address.isEmpty()) {
            return false;
        }
        try {
            server.send(message(server.createMimeMessage(), delivery, address.get()));
            return true;
        } catch (MailException | MessagingException e) {
            throw new DeliveryFailedException("邮件没有发出(收件人 " + delivery.addressee() + "):" + Reasons.of(e), e);
        }
    }

    private MimeMessage message(MimeMessage message, Delivery delivery, String address) throws MessagingException {
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(address);
        helper.setSubject(delivery.subject());
        helper.setText(delivery.text() + "\n\n打开案件:" + baseUrl + delivery.path());
        message.setHeader("Message-ID", messageId(delivery));
        message.setHeader("X-Notification-Id", delivery.notificationId());
        // Nobody's absence note shall answer a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** The same at every attempt, so that a mail sent twice in a crash is shown once. */
    private String messageId(Delivery delivery) {
        String unique = delivery.id() + "|" + delivery.notificationId() + "|" + delivery.createdAt();
        String domain = from.replaceFirst("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }
}

package cn.aftercare.notification.channel;

import cn.aftercare.notification.Channel;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.app.Messenger;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.organisation.app.MailAddresses;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Mail to people, through the server of {@code spring.mail}; without one nobody is reached by mail. */
@Component
class MailMessenger implements Messenger {

    private final MailServer server;
    private final Directory directory;
    private final MailAddresses addresses;
    private final String baseUrl;

    MailMessenger(
            MailServer server,
            Directory directory,
            MailAddresses addresses,
            @Value("${aftercare.base-url}") String baseUrl) {
        this.server = server;
        this.directory = directory;
        this.addresses = addresses;
        this.baseUrl = Links.base(baseUrl);
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public List<String> addressees(Notification notification) {
        if (!server.available()) {
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
        if (address.isEmpty()) {
            return false;
        }
        try {
            // Without a server it fails too: switched off for an hour, mail shall wait and not be lost.
            server.send(message(server.create(), delivery, address.get()));
            return true;
        } catch (MailException | MessagingException e) {
            throw new DeliveryFailedException("邮件没有发出(收件人 " + delivery.addressee() + "):" + Reasons.of(e), e);
        }
    }

    private MimeMessage message(MimeMessage message, Delivery delivery, String address) throws MessagingException {
        var helper = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
        helper.setFrom(server.from());
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
        String domain = server.from().replaceFirst("^.*@", "").replaceAll("[^A-Za-z0-9.-]", "");
        return "<" + UUID.nameUUIDFromBytes(unique.getBytes(StandardCharsets.UTF_8)) + "@" + domain + ">";
    }
}

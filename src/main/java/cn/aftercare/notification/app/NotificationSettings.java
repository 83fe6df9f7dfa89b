package cn.aftercare.notification.app;

import cn.aftercare.notification.QuietHours;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code aftercare.notification}.
 *
 * @param timeout how long connecting and every answer of the other side may take
 */
@ConfigurationProperties("aftercare.notification")
public record NotificationSettings(
        @DefaultValue Mail mail,
        @DefaultValue List<Webhook> webhooks,
        @DefaultValue Quiet quiet,
        @DefaultValue("10s") Duration timeout) {

    public NotificationSettings {
        Set<String> groups = new HashSet<>();
        for (Webhook webhook : webhooks) {
            if (!groups.add(webhook.group())) {
                throw new IllegalStateException(
                        "aftercare.notification.webhooks: two entries for " + webhook.group() + " (群组重复)");
            }
        }
    }

    /** @param from the sender's address */
    public record Mail(@Nullable String from) {}

    /**
     * @param group a candidate group, or {@code *} for everything
     * @param url a secret: who knows it can write into the chat, so it is never logged or shown
     */
    public record Webhook(String group, String url) {

        public Webhook {
            if (group == null || group.isBlank()) {
                throw new IllegalStateException("aftercare.notification.webhooks: group is missing (缺少群组)");
            }
            if (!http(url)) {
                throw new IllegalStateException(
                        "aftercare.notification.webhooks: url of " + group + " is no http(s) address (地址不正确)");
            }
        }

        private static boolean http(@Nullable String url) {
            try {
                return url != null
                        && url.matches("https?://.+")
                        && URI.create(url).getHost() != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }

        @Override
        public String toString() {
            return "Webhook[group=" + group + "]";
        }
    }

    /** Wall times such as {@code "22:00"}. */
    public record Quiet(
            @DefaultValue("22:00") String from,
            @DefaultValue("07:00") String to) {

        public QuietHours in(ZoneId zone) {
            return new QuietHours(time("from", from), time("to", to), zone);
        }

        private static LocalTime time(String name, String value) {
            try {
                return LocalTime.parse(value);
            } catch (DateTimeParseException e) {
                throw new IllegalStateException(
                        "aftercare.notification.quiet." + name + " must be like \"22:00\" (时间格式不正确): " + value, e);
            }
        }
    }
}

package cn.aftercare.notification.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.notification.app.NotificationSettings.Webhook;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

/** What an administrator may write into the configuration. */
class NotificationSettingsTest {

    private static final String SECRET = "https://chat.example/send?key=secret";

    @Test
    void nothing_configured_means_defaults() {
        NotificationSettings settings = bind(new MockEnvironment().withProperty("aftercare.notification.x", ""));
        assertThat(settings.webhooks()).isEmpty();
        assertThat(settings.mail().from()).isNull();
        assertThat(settings.timeout()).hasSeconds(10);
        assertThat(settings.quiet().in(ZoneId.of("Asia/Shanghai")).from()).isEqualTo(LocalTime.of(22, 0));
        assertThat(settings.quiet().in(ZoneId.of("Asia/Shanghai")).to()).isEqualTo(LocalTime.of(7, 0));
    }

    @Test
    void a_webhook_is_never_shown_with_its_secret() {
        assertThat(new Webhook("*", SECRET)).hasToString("Webhook[group=*]");
        assertThatThrownBy(() -> new Webhook("*", "https://chat example/send?key=secret"))
                .hasMessageContaining("url of * is no http(s) address")
                .hasMessageNotContaining("secret");
    }

    @Test
    void mistakes_are_refused_at_the_start() {
        assertThatThrownBy(() -> new Webhook("*", "ftp://chat.example/")).hasMessageContaining("地址不正确");
        assertThatThrownBy(() -> new Webhook("*", null)).hasMessageContaining("地址不正确");
        assertThatThrownBy(() -> new Webhook(" ", SECRET)).hasMessageContaining("缺少群组");
        assertThatThrownBy(() -> settings(List.of(new Webhook("*", SECRET), new Webhook("*", SECRET + "2"))))
                .hasMessageContaining("群组重复");
        assertThatThrownBy(() -> new NotificationSettings.Quiet("25:00", "07:00").in(ZoneId.of("Asia/Shanghai")))
                .hasMessageContaining("aftercare.notification.quiet.from");
    }

    private static NotificationSettings settings(List<Webhook> webhooks) {
        return new NotificationSettings(
                new NotificationSettings.Mail(null),
                webhooks,
                new NotificationSettings.Quiet("22:00", "07:00"),
                java.time.Duration.ofSeconds(10));
    }

    private static NotificationSettings bind(MockEnvironment environment) {
        return Binder.get(environment).bindOrCreate("aftercare.notification", NotificationSettings.class);
    }
}

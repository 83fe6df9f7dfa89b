package cn.aftercare.notification.channel;

import cn.aftercare.notification.Channel;
import cn.aftercare.notification.Delivery;
import cn.aftercare.notification.DeliveryFailedException;
import cn.aftercare.notification.Notification;
import cn.aftercare.notification.app.Messenger;
import cn.aftercare.notification.app.NotificationSettings;
import cn.aftercare.notification.app.NotificationSettings.Webhook;
import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.app.Directory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Messages into the chats of candidate groups, in the JSON that WeCom's group robots take. */
@Component
class WebhookMessenger implements Messenger {

    private static final String ALL = "*";

    /** A chat takes 4096 bytes; a Chinese character is three of them, and subject and link need room too. */
    private static final int TEXT_LENGTH = 900;

    private final List<Webhook> webhooks;
    private final Directory directory;
    private final ObjectMapper json;
    private final Duration timeout;
    private final String baseUrl;
    private final HttpClient http;

    WebhookMessenger(
            NotificationSettings settings,
            Directory directory,
            ObjectMapper json,
            @Value("${aftercare.base-url}") String baseUrl) {
        this.webhooks = settings.webhooks();
        this.directory = directory;
        this.json = json;
        this.timeout = settings.timeout();
        this.baseUrl = Links.base(baseUrl);
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .proxy(ProxySelector.getDefault())
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public List<String> addressees(Notification notification) {
        if (webhooks.isEmpty()) {
            return List.of();
        }
        Set<String> groups = new HashSet<>(notification.recipients());
        // What a named person is told concerns the chat of that person's role too, but never another branch's.
        notification.recipients().stream()
                .flatMap(person -> directory.groupsOf(person).stream())
                .filter(group -> group.startsWith(notification.unit() + "-") || group.startsWith(Actor.HQ + "-"))
                .forEach(groups::add);
        Map<String, String> byUrl = new LinkedHashMap<>();
        webhooks.stream()
                .filter(w -> w.group().equals(ALL) || groups.contains(w.group()))
                .forEach(w -> byUrl.putIfAbsent(w.url(), w.group()));
        return List.copyOf(byUrl.values());
    }

    @Override
    public boolean deliver(Delivery delivery) {
        if (webhooks.isEmpty()) {
            // Switched off for an hour, messages shall wait and not be lost; one chat of several is taken out for good.
            throw failed(delivery, "没有配置群消息地址", null);
        }
        Optional<Webhook> webhook = webhooks.stream()
                .filter(w -> w.group().equals(delivery.addressee()))
                .findFirst();
        webhook.ifPresent(w -> accepted(delivery, exchange(delivery, w)));
        return webhook.isPresent();
    }

    private HttpResponse<String> exchange(Delivery delivery, Webhook webhook) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(webhook.url()))
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("X-Notification-Id", delivery.notificationId())
                .POST(HttpRequest.BodyPublishers.ofString(body(delivery)))
                .build();
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        try {
            // The request's own timeout ends with the headers; a body may drip for ever.
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw failed(delivery, Reasons.of(cause), cause);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw failed(delivery, "对方超过 " + timeout.toMillis() + " 毫秒没有应答", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw failed(delivery, "被中断", e);
        }
    }

    private String body(Delivery delivery) {
        String content = "**" + delivery.subject() + "**\n" + Notification.cut(delivery.text(), TEXT_LENGTH)
                + "\n[打开案件](" + baseUrl + delivery.path() + ")";
        try {
            return json.writeValueAsString(Map.of("msgtype", "markdown", "markdown", Map.of("content", content)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void accepted(Delivery delivery, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw failed(delivery, "对方应答 " + response.statusCode(), null);
        }
        // Chats answer 200 even when they refuse, and say so in the body.
        int code = errorCode(response.body());
        if (code != 0) {
            throw failed(delivery, "对方应答 errcode " + code, null);
        }
    }

    private int errorCode(String body) {
        try {
            JsonNode answer = json.readTree(body);
            return answer == null ? 0 : answer.path("errcode").asInt(0);
        } catch (JsonProcessingException e) {
            return 0; // not a chat of that kind: its status has said all
        }
    }

    private static DeliveryFailedException failed(Delivery delivery, String reason, @Nullable Throwable cause) {
        return new DeliveryFailedException("消息没有发出(群组 " + delivery.addressee() + "):" + reason, cause);
    }
}

package cn.aftercare.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A notification on its way to one addressee.
 *
 * @param sendAt not before; quiet hours move it
 * @param outcome null while it is under way
 */
public record Delivery(
        long id,
        String notificationId,
        NotificationKind kind,
        String caseNo,
        String unit,
        boolean urgent,
        String subject,
        String text,
        String path,
        Channel channel,
        String addressee,
        Instant createdAt,
        Instant sendAt,
        @Nullable DeliveryOutcome outcome,
        @Nullable Instant endedAt) {}

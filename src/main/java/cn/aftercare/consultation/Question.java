package cn.aftercare.consultation;

import cn.aftercare.repair.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the owner asked.
 *
 * @param receivedAt when the company heard it, whenever it was typed in
 * @param lateEntryReason why it was typed in more than half an hour later, or null
 */
public record Question(
        String projectCode,
        ConsultationKind kind,
        Channel channel,
        String askerName,
        String askerPhone,
        String text,
        Instant receivedAt,
        @Nullable String lateEntryReason) {}

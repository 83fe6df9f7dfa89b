package cn.aftercare.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is known of a link, which is everything but the link. */
public record LinkState(
        String surveyNo,
        Instant expiresAt,
        String createdBy,
        Instant createdAt,
        @Nullable Instant usedAt,
        @Nullable Instant revokedAt) {

    /** @param now the link ends at the instant of its expiry */
    public boolean valid(Instant now) {
        return usedAt == null && revokedAt == null && now.isBefore(expiresAt);
    }
}

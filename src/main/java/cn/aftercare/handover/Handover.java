package cn.aftercare.handover;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A project goes from those who built it to those who look after it (R-16..18, R-32).
 *
 * @param number JF-&lt;year&gt;-&lt;number&gt;
 * @param filedAt when the warranty file stood, or null
 * @param endedAt when the post-warranty managers were named or the project closed, or null
 */
public record Handover(
        String number,
        String projectCode,
        String unit,
        LocalDate acceptedOn,
        String startedBy,
        Instant startedAt,
        @Nullable Instant filedAt,
        @Nullable Instant endedAt) {}

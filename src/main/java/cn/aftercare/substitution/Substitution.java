package cn.aftercare.substitution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away and a colleague of the same unit acts in that person's place.
 *
 * @param number TG-&lt;year&gt;-&lt;number&gt;
 * @param unit the roles in this unit are lent
 * @param absent login of who is away
 * @param substitute login of who acts
 * @param lastDay inclusive
 */
public record Substitution(
        String number,
        String unit,
        String absent,
        String substitute,
        LocalDate firstDay,
        LocalDate lastDay,
        String reason,
        SubstitutionStatus status,
        Recorded recorded,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable String endedBy) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** Who wrote it down, and when. */
    public record Recorded(String by, Instant at) {}

    /** 00:00 of the first day in Shanghai. */
    public Instant startsAt() {
        return firstDay.atStartOfDay(ZONE).toInstant();
    }

    /** 24:00 of the last day in Shanghai. */
    public Instant endsAt() {
        return lastDay.plusDays(1).atStartOfDay(ZONE).toInstant();
    }
}

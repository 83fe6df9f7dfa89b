package cn.aftercare.repair.web;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.CommitmentKind;
import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.platform.web.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A deadline that comes next.
 *
 * @param state what colours it: late, soon, paused or calm
 */
public record Due(String promise, String at, String rest, String state, boolean provisional, boolean ownerSpecified) {

    private static final Duration SOON = Duration.ofHours(8);

    public static Due of(Commitment c, Instant now) {
        String rest;
        String state;
        Duration left = Duration.between(now, c.dueAt());
        if (c.status() == CommitmentStatus.PAUSED) {
            rest = "计时暂停";
            state = "paused";
        } else if (c.statusAt(now) == CommitmentStatus.BREACHED) {
            rest = "已超时 " + Times.length(left);
            state = c.kind() == CommitmentKind.HARD ? "late" : "soon";
        } else {
            rest = "剩 " + Times.length(left);
            state = left.compareTo(SOON) < 0 ? "soon" : "calm";
        }
        return new Due(c.label(), Times.deadline(c.dueAt()), rest, state, c.provisional(), c.ownerSpecified());
    }

    /** A hard promise tells more than a target that comes before it. */
    public static @Nullable Due next(List<Commitment> open, Instant now) {
        return open.stream()
                .filter(c -> c.kind() == CommitmentKind.HARD)
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(c -> of(c, now))
                .orElse(null);
    }
}

package cn.aftercare.commitment;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.commitment.CommitmentPlan.Planned;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CommitmentTest {

    private static final Instant ANCHOR = Instant.parse("2025-09-26T08:40:00Z");
    private static final Instant REMIND = ANCHOR.plus(Duration.ofHours(3));
    private static final Instant DUE = ANCHOR.plus(Duration.ofHours(4));
    private static final Promise PROMISE =
            new Promise(CommitmentType.RESPONSE, CommitmentKind.HARD, Anchor.RECEIVED, 4, TimeUnit.HOUR);

    @Test
    void a_row_says_a_plan_only_when_nothing_of_it_differs() {
        Commitment row = row(CommitmentStatus.RUNNING, null);
        Planned plan = plan(ANCHOR, DUE, false, false);

        assertThat(row.says(plan, REMIND, CommitmentStatus.RUNNING)).isTrue();
        assertThat(row.says(plan(ANCHOR.plusMillis(1), DUE, false, false), REMIND, CommitmentStatus.RUNNING))
                .isFalse();
        assertThat(row.says(plan(ANCHOR, DUE.plusMillis(1), false, false), REMIND, CommitmentStatus.RUNNING))
                .isFalse();
        // A year's holidays are known now, and move nothing.
        assertThat(row.says(plan(ANCHOR, DUE, true, false), REMIND, CommitmentStatus.RUNNING))
                .isFalse();
        // The owner asks for the very instant that was promised.
        assertThat(row.says(plan(ANCHOR, DUE, false, true), REMIND, CommitmentStatus.RUNNING))
                .isFalse();
        assertThat(row.says(plan, REMIND.plusMillis(1), CommitmentStatus.RUNNING))
                .isFalse();
        assertThat(row.says(plan, REMIND, CommitmentStatus.BREACHED)).isFalse();
        assertThat(row(CommitmentStatus.RUNNING, DUE).says(plan, REMIND, CommitmentStatus.RUNNING))
                .isFalse();
    }

    private static Commitment row(CommitmentStatus status, Instant metAt) {
        return new Commitment(
                1,
                "BX-2025-000001",
                "nanjing",
                PROMISE.type(),
                PROMISE.kind(),
                ANCHOR,
                DUE,
                REMIND,
                false,
                false,
                status,
                metAt,
                "instance");
    }

    private static Planned plan(Instant anchorAt, Instant dueAt, boolean provisional, boolean ownerSpecified) {
        return new Planned(
                PROMISE, anchorAt, new Deadline(dueAt, Duration.between(ANCHOR, DUE), provisional, ownerSpecified));
    }
}

package cn.aftercare.repair;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One round of work, self-check and acceptance with the owner; every round after the first is rework. */
public record AcceptanceRound(
        int roundNo,
        @Nullable String workDone,
        @Nullable Instant finishedAt,
        @Nullable String responsible,
        @Nullable Boolean selfCheckPassed,
        @Nullable String selfCheckNote,
        @Nullable Boolean accepted,
        @Nullable String ownerRepresentative,
        @Nullable Instant decidedAt,
        @Nullable String remarks) {}

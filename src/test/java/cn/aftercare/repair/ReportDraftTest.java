package cn.aftercare.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.project.DefectCategory;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** rules.md, typed in late. */
class ReportDraftTest {

    private static final Instant RECEIVED = Instant.parse("2025-09-22T01:00:00Z");

    @Test
    void needsNoReasonWithinHalfAnHour() {
        assertThat(draft(null).checked(RECEIVED.plusSeconds(1800)).receivedAt()).isEqualTo(RECEIVED);
    }

    @Test
    void needsAReasonASecondLater() {
        Instant recorded = RECEIVED.plusSeconds(1801);
        assertThatThrownBy(() -> draft(null).checked(recorded))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("补录原因");
        assertThatThrownBy(() -> draft(" ").checked(recorded)).isInstanceOf(InvalidInputException.class);
        assertThat(draft("周末值班补录").checked(recorded).lateEntryReason()).isEqualTo("周末值班补录");
    }

    @Test
    void isNeverReceivedInTheFuture() {
        assertThatThrownBy(() -> draft(null).checked(RECEIVED.minusSeconds(1)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("接报时间");
    }

    private static ReportDraft draft(@Nullable String lateEntryReason) {
        return new ReportDraft(
                "NJ-2023-001",
                RECEIVED,
                Channel.PHONE,
                "周敏",
                "13800000000",
                DefectCategory.DECORATION,
                "3层走廊",
                "吊顶开裂",
                false,
                false,
                false,
                null,
                lateEntryReason);
    }
}

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

    @Test
    void asksWhoeverTypesANumberForOneButTakesTheProjectsAsItIs() {
        ReportDraft draft = draft(null, "025-84701234/13851234567");
        assertThatThrownBy(() -> draft.checked(RECEIVED)).hasMessageContaining("联系电话:应为5至50位的电话号码");
        assertThat(draft.found(RECEIVED).reporterPhone()).isEqualTo("025-84701234/13851234567");
    }

    private static ReportDraft draft(@Nullable String lateEntryReason) {
        return draft(lateEntryReason, "13800000000");
    }

    private static ReportDraft draft(@Nullable String lateEntryReason, String phone) {
        return new ReportDraft(
                "NJ-2023-001",
                RECEIVED,
                Channel.PHONE,
                "周敏",
                phone,
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

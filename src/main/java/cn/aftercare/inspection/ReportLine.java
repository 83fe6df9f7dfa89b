package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rectification of a monthly report, as it stood when the report was compiled; only the remark is added by hand.
 *
 * @param refNo number of the case or finding
 * @param dueAt the deadline that was or is missed; null if none
 * @param doneAt when it was verified or ended; null while open
 * @param reason why it is open, or how it ended; null once verified
 * @param remark the branch's own words
 */
public record ReportLine(
        int seq,
        Source source,
        String refNo,
        String projectCode,
        String subject,
        Instant openedAt,
        @Nullable Instant dueAt,
        @Nullable Instant doneAt,
        State state,
        @Nullable String reason,
        @Nullable String remark) {

    /** How the defect came to be known. */
    public enum Source {
        REPAIR("业主报修"),
        REVISIT("工程回访"),
        SPOT_CHECK("监督抽查");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    public enum State {
        VERIFIED("已核验"),
        /** Refused, or no agreement: nothing was repaired. */
        UNREPAIRED("未维修结案"),
        OPEN("未完成"),
        OVERDUE("逾期未完成");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        public boolean open() {
            return this == OPEN || this == OVERDUE;
        }
    }
}

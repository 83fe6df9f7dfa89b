package cn.aftercare.inspection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One rectification of a monthly report, as it stood at the end of the month's days.
 *
 * @param refNo number of the case or finding
 * @param dueAt the promise that was missed, or the deadline of a finding; null where none tells
 * @param doneAt when it was verified; null while open
 * @param takenOut whether the branch left it out, with a reason
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
        boolean takenOut) {

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
        OPEN("整改中"),
        OVERDUE("已逾期");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}

package cn.aftercare.repair;

import cn.aftercare.commitment.Severity;
import cn.aftercare.project.DefectCategory;
import java.time.Instant;

/**
 * What somebody found a defect to be; every finding of a case is kept.
 *
 * @param foundBy login
 * @param causeCategory the category of the cause, which a consequential damage follows
 * @param evidence what the finding rests on, or the reason to decide otherwise
 */
public record Finding(Instant foundAt, String foundBy, By role, Conclusion conclusion, String evidence) {

    /** Who concludes: the engineer proposes, the warranty manager confirms. */
    public enum By {
        ENGINEER("专业工程师"),
        MANAGER("维保经理");

        private final String label;

        By(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What is found, without who and why. */
    public record Conclusion(
            boolean ourScope,
            OurCause ourCause,
            Severity severity,
            DefectCategory causeCategory,
            boolean emergency,
            boolean structural) {}
}

package cn.aftercare.record;

import cn.aftercare.commitment.CommitmentStatus;
import cn.aftercare.commitment.Severity;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.Stage;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * One line of the repair register 《维修统计表》; its running number is given by the sheet. Times and the charge
 * basis are null until known.
 */
public record RegisterRow(
        String caseNo,
        Instant receivedAt,
        String projectName,
        String ownerName,
        String reporterName,
        String reporterPhone,
        Channel channel,
        DefectCategory category,
        String location,
        String description,
        Classification classification,
        ChargeBasis chargeBasis,
        Instant respondedAt,
        Punctuality response,
        Instant startedAt,
        Punctuality start,
        Instant completedAt,
        Punctuality completion,
        Instant acceptedAt,
        BigDecimal materialFee,
        BigDecimal labourFee,
        BigDecimal managementFee,
        Stage stage,
        String responsible) {

    public BigDecimal total() {
        return materialFee.add(labourFee).add(managementFee);
    }

    /** 分类. */
    public enum Classification {
        MINOR("小修"),
        MAJOR("大修"),
        EMERGENCY("紧急"),
        STRUCTURAL("结构");

        private final String label;

        Classification(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** A structural danger outranks an emergency, and both outrank the size of the job. */
        public static Classification of(Severity severity, boolean emergency, boolean structural) {
            if (structural) {
                return STRUCTURAL;
            }
            if (emergency) {
                return EMERGENCY;
            }
            return severity == Severity.MAJOR ? MAJOR : MINOR;
        }
    }

    /** 是否按时. */
    public enum Punctuality {
        ON_TIME("是"),
        LATE("否"),
        /** The promise is running and its deadline has not passed. */
        OPEN("未到期"),
        /** No such promise in this case. */
        NONE("—");

        private final String label;

        Punctuality(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }

        /** Reads the state of a commitment; null = the case has no such commitment. */
        public static Punctuality of(CommitmentStatus status) {
            if (status == null) {
                return NONE;
            }
            return switch (status) {
                case MET -> ON_TIME;
                case BREACHED, MET_LATE -> LATE;
                case RUNNING, PAUSED -> OPEN;
                case CANCELLED -> NONE;
            };
        }
    }
}

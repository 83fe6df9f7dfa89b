package cn.aftercare.record;

import cn.aftercare.repair.ChargeBasis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What stands on the record of one repair 《工程保修记录表》, kept by the project management department.
 *
 * @param recordNo {@code BXJL-…}
 * @param warrantyResponsible 保修负责人
 * @param warrantyFrom first day of the warranty item (acceptance of the works)
 * @param warrantyTo last day covered, inclusive; null if the project promises none
 * @param warrantyToProvisional the end was rolled without an official calendar
 * @param warrantyContent 保修内容
 * @param rounds every acceptance round; kept in the order of their numbers
 * @param chargeBasis null while undecided
 * @param createdAt when the record is drawn up
 */
public record WarrantyRecordData(
        String recordNo,
        String caseNo,
        String projectName,
        String ownerName,
        String warrantyResponsible,
        LocalDate warrantyFrom,
        LocalDate warrantyTo,
        boolean warrantyToProvisional,
        String warrantyContent,
        List<Round> rounds,
        ChargeBasis chargeBasis,
        BigDecimal materialFee,
        BigDecimal labourFee,
        BigDecimal managementFee,
        Instant createdAt) {

    /** Where the signed paper is kept. */
    public static final String ARCHIVED_AT = "项目管理部";

    /** The mark of a repeated repair: the company bears its cost. */
    public static final String REWORK = "返工(公司承担费用)";

    public WarrantyRecordData {
        Objects.requireNonNull(recordNo, "recordNo");
        Objects.requireNonNull(caseNo, "caseNo");
        Objects.requireNonNull(createdAt, "createdAt");
        rounds = rounds.stream().sorted(Comparator.comparingInt(Round::roundNo)).toList();
        materialFee = cents(materialFee);
        labourFee = cents(labourFee);
        managementFee = cents(managementFee);
    }

    /** What the owner pays in all, CNY. */
    public BigDecimal total() {
        return materialFee.add(labourFee).add(managementFee);
    }

    private static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /**
     * One round of repair, self-check and acceptance.
     *
     * @param selfCheckPassed null if not checked yet
     * @param accepted the owner's decision, null if there is none
     */
    public record Round(
            int roundNo,
            String workDone,
            String responsible,
            Instant finishedAt,
            Boolean selfCheckPassed,
            String selfCheckNote,
            Boolean accepted,
            String ownerRepresentative,
            Instant decidedAt,
            String remarks) {

        /** Every round after the first repeats work that failed. */
        public boolean rework() {
            return roundNo > 1;
        }
    }
}

package cn.aftercare.structural;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was done about a danger to the structure (R-06..R-08); what has not happened yet is null. */
public record StructuralCase(String caseNo, Report report, OwnerTold ownerTold, Designer designer, Filing filing) {

    /** The report to the supervision authority. */
    public record Report(
            @Nullable String letterNo,
            @Nullable Instant at,
            @Nullable String recipient,
            @Nullable Channel channel,
            @Nullable String receiptNo) {}

    public enum Channel {
        PHONE("电话"),
        WRITTEN("书面"),
        SYSTEM("网上系统"),
        EMAIL("电子邮件"),
        ON_SITE("当面");

        private final String label;

        Channel(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The owner knows of the owner's own duty to report. */
    public record OwnerTold(
            @Nullable Instant at,
            @Nullable String whom,
            @Nullable Channel how,
            @Nullable String note) {}

    /** Who draws up the scheme: the original design unit, or a qualified one in its place. */
    public record Designer(
            @Nullable String original,
            @Nullable DesignerAnswer answer,
            @Nullable String evidence,
            @Nullable String engagedName,
            @Nullable String engagedClass,
            @Nullable String engagedCertificate) {

        public @Nullable String name() {
            return engagedName != null ? engagedName : answer == DesignerAnswer.ACCEPTS ? original : null;
        }
    }

    public enum DesignerAnswer {
        ACCEPTS("同意出具方案"),
        REFUSES("拒绝"),
        GONE("已注销或无法联系");

        private final String label;

        DesignerAnswer(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The end of it: filing number and closing report. */
    public record Filing(
            @Nullable String no,
            @Nullable Instant at,
            @Nullable String closingNo,
            @Nullable Instant closingSubmittedAt,
            @Nullable String closingReceiptNo) {}
}

package cn.aftercare.inspection;

/** Where a monthly report stands. */
public enum ReportStatus {
    COMPILING("汇总中"),
    CONFIRMING("待分公司确认"),
    SUBMITTED("待总部接收"),
    RETURNED("已退回"),
    RECEIVED("已接收"),
    ARCHIVED("已归档");

    private final String label;

    ReportStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean ended() {
        return this == ARCHIVED;
    }

    /** Whether the branch still has to report. */
    public boolean awaited() {
        return this == COMPILING || this == CONFIRMING || this == RETURNED;
    }
}

package cn.aftercare.revisit;

/** Where a revisit plan stands. */
public enum PlanStatus {
    DRAFT("编制中"),
    SUBMITTED("待审批"),
    APPROVED("已批准"),
    /** Nothing was due. */
    EMPTY("无需编制");

    private final String label;

    PlanStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

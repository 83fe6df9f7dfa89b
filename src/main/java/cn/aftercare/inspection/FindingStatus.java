package cn.aftercare.inspection;

/** How far a finding is rectified. */
public enum FindingStatus {
    OPEN("待整改"),
    REPAIRING("报修处理中"),
    RECTIFIED("待复查"),
    VERIFIED("已合格");

    private final String label;

    FindingStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

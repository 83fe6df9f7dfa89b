package cn.aftercare.repair;

/** Whether the company caused a defect; unknown counts as ours until shown otherwise (rules.md, Warranty entitlement). */
public enum OurCause {
    YES("我司原因"),
    NO("非我司原因"),
    UNKNOWN("尚未查明");

    private final String label;

    OurCause(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}

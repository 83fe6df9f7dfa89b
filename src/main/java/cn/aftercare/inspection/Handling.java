package cn.aftercare.inspection;

/** What becomes of a finding. */
public enum Handling {
    RECTIFY("下达整改"),
    REPAIR("转报修"),
    EMERGENCY("转报修:紧急"),
    STRUCTURAL("转报修:涉及结构安全");

    private final String label;

    Handling(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public boolean asRepair() {
        return this != RECTIFY;
    }
}

package cn.aftercare.commitment;

/** How a case is treated, as {@code repair-triage} decides. */
public enum CaseKind {
    ORDINARY("一般报修"),
    EMERGENCY("紧急抢修"),
    STRUCTURAL("结构安全");

    private final String label;

    CaseKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
